-- A server that gives new numbers to all its mail is asked for a hundred at once: to look through the whole folder for
-- each hundred would cost its square.
create index fetched_mail_ids on fetched_mail (workspace_id, folder_id, mail_id)
  where mail_id is not null;

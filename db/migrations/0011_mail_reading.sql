-- How much of a mailbox's history is read, of how much.
alter table mailbox
  add history_total integer not null default 0,
  add history_done  integer not null default 0;

alter table incoming_mail
  -- What its sender's domain says of it, asked when it came; `refused`: that such mail be refused or set aside.
  add sender_check text check (sender_check in ('verified', 'unverified', 'refused'));
-- What comes is filed before what was there already.
drop index incoming_mail_stored;
create index incoming_mail_stored on incoming_mail (is_history, received_at, id) where state = 'stored';
-- How often a machine answered lately.
drop index incoming_mail_of_sender;
create index incoming_mail_automatic on incoming_mail (workspace_id, sender, received_at) where kind = 'auto-reply';

create or replace function stored_mail(most integer) returns table (workspace_id uuid, id uuid)
  language sql stable security definer set search_path = public
begin atomic
  select i.workspace_id, i.id
  from incoming_mail i
  where i.state = 'stored'
  order by i.is_history, i.received_at, i.id
  limit most;
end;

alter table fetched_mail
  -- By which it is recognised without being read, should its server give it another number.
  add mail_id     text,
  add internal_at timestamptz;

-- For the programs of the operator, which name a business by its slug.
create function workspace_slugs() returns table (workspace_id uuid, slug text, example boolean)
  language sql stable security definer set search_path = public
begin atomic
  select w.workspace_id, w.slug, w.example from workspace w order by w.created_at;
end;
grant execute on function workspace_slugs() to comptoir_system;

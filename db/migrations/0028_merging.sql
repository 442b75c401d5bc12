-- Conversations that went into another: their rows are gone, and all they held is where they went.
create table merging (
  workspace_id uuid not null references workspace,
  -- That of the entry which tells it.
  id           uuid not null,
  merged_id    uuid not null,
  -- Where all it held is; follows when that one goes into another.
  into_id      uuid not null,
  at           timestamptz not null default now(),
  -- What it was and held, by ids: what undoing gives back. Null where it is not undone, or no longer.
  was          jsonb,
  undone_at    timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, into_id) references conversation
);
-- A conversation is in one other: whoever asks for it by its id is led there.
create unique index merging_of on merging (workspace_id, merged_id) where undone_at is null;
create index merging_into on merging (workspace_id, into_id);
create index merging_kept on merging (workspace_id, at) where was is not null;
call raise_wall('merging');

-- Two conversations that belong together and stay apart; the lower id stands first.
create table conversation_link (
  workspace_id uuid not null,
  one_id       uuid not null,
  other_id     uuid not null check (one_id < other_id),
  primary key (workspace_id, one_id, other_id),
  foreign key (workspace_id, one_id) references conversation,
  foreign key (workspace_id, other_id) references conversation
);
create index conversation_link_other on conversation_link (workspace_id, other_id);
call raise_wall('conversation_link');

-- What goes with a conversation is found by it.
create index mail_reference_of_conversation on mail_reference (workspace_id, conversation_id);
create index reminder_with_conversation on reminder (workspace_id, conversation_id);
create index notice_with_conversation on notice (workspace_id, conversation_id);

alter table entry
  drop constraint entry_kind_check,
  add constraint entry_kind_check check (kind in (
    'assigned', 'unassigned', 'archived', 'reopened', 'deleted', 'restored',
    'bounced', 'gave_up', 'complained', 'maybe_related',
    'reminder_set', 'reminder_moved', 'reminder_due', 'reminder_done', 'reminder_cancelled',
    -- Another one (ref_id) came in, and can go again until due_at; or it went again.
    'merged', 'unmerged',
    -- A part of it became another one (ref_id); it was a part of another one.
    'split_off', 'split_from'));

-- Puts the row of a conversation back as it was kept, whatever columns it has by then.
create function bring_back_conversation(was jsonb) returns void language plpgsql as $$
declare
  kept text;
begin
  select string_agg(quote_ident(a.attname), ', ') into kept
  from pg_attribute a
  where a.attrelid = 'conversation'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    and was ? a.attname;
  execute format('insert into conversation (%1$s) select %1$s from jsonb_populate_record(null::conversation, $1)', kept)
    using was;
end $$;
grant execute on function bring_back_conversation(jsonb) to comptoir_app;

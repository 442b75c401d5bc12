-- A mailbox that reads as well as sends. It is of the whole team, or of one member, to whom what comes is confided.
alter table mailbox
  add owner_id            uuid,
  -- A password, or the consent given to Google or Microsoft, kept as a sealed refresh token.
  add sign_in             text not null default 'password' check (sign_in in ('password', 'google', 'microsoft')),
  add oauth_refresh_token bytea,
  -- Empty where nothing is fetched.
  add imap_host           text not null default '',
  add imap_port           integer not null default 993 check (imap_port between 1 and 65535),
  add imap_security       text not null default 'tls' check (imap_security in ('starttls', 'tls', 'none')),
  add imap_username       text not null default '',
  add imap_password       bytea,
  -- How far back the first sync goes; null is only what comes from now on.
  add history_since       date,
  add fetch_problem       text,
  -- The server's own words.
  add fetch_detail        text,
  add fetch_problem_at    timestamptz,
  add fetched_at          timestamptz,
  -- One worker fetches a mailbox at a time.
  add fetch_worker        uuid,
  add fetch_lease_until   timestamptz,
  add last_detail         text,
  -- The most it may send in any hour, and in any 24 hours; null where its provider sets no limit.
  add hourly_limit        integer check (hourly_limit > 0),
  add daily_limit         integer check (daily_limit > 0),
  add foreign key (workspace_id, owner_id) references membership (workspace_id, user_id);

-- A folder of a mailbox on its server, and how far it was read. Numbers mean nothing under another uid_validity.
create table mailbox_folder (
  workspace_id  uuid not null,
  mailbox_id    uuid not null,
  id            uuid not null,
  path          text not null check (path <> ''),
  role          text not null default 'other' check (role in ('inbox', 'sent', 'junk', 'other')),
  -- Whether it is read.
  chosen        boolean not null default false,
  uid_validity  bigint,
  -- The first number not read yet, of what comes.
  next_uid      bigint not null default 1,
  -- What was there before and is still to be read: from the first number, up to the second.
  history_next  bigint not null default 1,
  history_until bigint not null default 1,
  history_total integer not null default 0,
  history_done  integer not null default 0,
  -- Its server has it no more.
  gone_at       timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, mailbox_id, path),
  foreign key (workspace_id, mailbox_id) references mailbox
);
call raise_wall('mailbox_folder');

alter table incoming_mail
  -- Where it came from: our own receiver, a fetched folder, files of a person, the post office of the sandbox.
  add source          text not null default 'smtp' check (source in ('smtp', 'imap', 'import', 'sandbox')),
  -- Found among what was sent: it is ours, written elsewhere.
  add folder_role     text check (folder_role in ('inbox', 'sent', 'junk', 'other')),
  -- Was there before the mailbox was connected: kept, but nothing to do.
  add is_history      boolean not null default false,
  add remote_address  text,
  add helo            text,
  -- Of what stays the same on every way a mail takes: the same in two mailboxes is one message.
  add identity_hash   bytea,
  add kind            text check (kind in ('message', 'auto-reply', 'bounce', 'complaint')),
  add outcome         text check (outcome in ('new', 'threaded', 'duplicate', 'to-sort')),
  add conversation_id uuid,
  add message_id      uuid,
  drop constraint incoming_mail_state_check,
  add constraint incoming_mail_state_check check (state in ('stored', 'filed', 'to_sort', 'spam', 'set_aside'));
create index incoming_mail_spam on incoming_mail (workspace_id, received_at desc, id desc) where state = 'spam';
create index incoming_mail_of_sender on incoming_mail (workspace_id, sender, received_at desc);

-- Which mail of a server is which of ours: a number is read once.
create table fetched_mail (
  workspace_id     uuid not null,
  folder_id        uuid not null,
  uid_validity     bigint not null,
  uid              bigint not null,
  incoming_mail_id uuid not null,
  primary key (workspace_id, folder_id, uid_validity, uid),
  foreign key (workspace_id, folder_id) references mailbox_folder,
  foreign key (workspace_id, incoming_mail_id) references incoming_mail
);
call raise_wall('fetched_mail');

-- Nobody of this business hears these senders; an address, or a domain as @example.com.
create table blocked_sender (
  workspace_id uuid not null references workspace,
  address      text not null check (address = lower(address) and address like '%@_%'),
  blocked_by   uuid,
  at           timestamptz not null default now(),
  primary key (workspace_id, address)
);
call raise_wall('blocked_sender');

alter table message
  add kind          text not null default 'message' check (kind in ('message', 'auto-reply')),
  -- Whether the domain it says it is from has confirmed it (DMARC): null where nobody could ask.
  add sender_check  text check (sender_check in ('verified', 'unverified')),
  -- An invitation or an answer to one, as its card shows it.
  add calendar      jsonb,
  add identity_hash bytea,
  -- Written by the program, not by a person: nobody's program shall answer it.
  add is_automatic  boolean not null default false;
create unique index message_identity on message (workspace_id, identity_hash) where identity_hash is not null;

-- The same message came to these mailboxes too.
create table message_also_in (
  workspace_id uuid not null,
  message_id   uuid not null,
  mailbox_id   uuid not null,
  primary key (workspace_id, message_id, mailbox_id),
  foreign key (workspace_id, message_id) references message,
  foreign key (workspace_id, mailbox_id) references mailbox
);
call raise_wall('message_also_in');

alter table entry
  drop constraint entry_kind_check,
  add constraint entry_kind_check check (kind in (
    'assigned', 'unassigned', 'archived', 'reopened',
    -- A message of ours came back, was given up after three days, or was reported as spam by its reader.
    'bounced', 'gave_up', 'complained',
    -- It may belong with another conversation (ref_id), which nothing proves.
    'maybe_related'));

alter table delivery
  add accepted_at  timestamptz,
  add delivered_at timestamptz,
  add read_at      timestamptz,
  add failed_at    timestamptz,
  -- Its copy among what was sent, on the mailbox's own server: `wanted` until it is there.
  add sent_copy    text check (sent_copy in ('wanted', 'kept'));
create index delivery_copies on delivery (workspace_id, mailbox_id) where sent_copy = 'wanted';
-- What a mailbox sent in the last hour or day, for its limits.
create index delivery_sent on delivery (workspace_id, mailbox_id, accepted_at) where accepted_at is not null;

alter table workspace
  -- A picture in each mail tells when it was opened, which its reader was not asked about.
  add opening_picture boolean not null default false;

-- The key by which mail from a domain of the business is signed, once its public half stands in the DNS.
create table dkim_key (
  workspace_id uuid not null references workspace,
  domain       text not null check (domain = lower(domain)),
  selector     text not null,
  private_key  bytea not null,
  public_key   text not null,
  published_at timestamptz,
  checked_at   timestamptz,
  primary key (workspace_id, domain)
);
call raise_wall('dkim_key');

create function count_spam() returns trigger language plpgsql as $$
begin
  perform move_count(new.workspace_id, 'spam', case when new.state = 'spam' then 1 else -1 end);
  return null;
end $$;
create trigger count_spam_made after insert on incoming_mail
  for each row when (new.state = 'spam') execute function count_spam();
create trigger count_spam_moved after update on incoming_mail
  for each row when ((old.state = 'spam') <> (new.state = 'spam')) execute function count_spam();
grant execute on function count_spam() to comptoir_app;

-- Takes, or keeps, the mailboxes this worker fetches; another's are its own until their lease ends.
create function claim_mailboxes(by_worker uuid, lease_seconds integer)
  returns table (workspace_id uuid, id uuid)
  language plpgsql security definer set search_path = public as $$
#variable_conflict use_column
begin
  return query
  with free as (
    select m.workspace_id, m.id
    from mailbox m
    where m.imap_host <> '' and m.removed_at is null and m.state <> 'paused'
      and (m.fetch_worker = by_worker or m.fetch_lease_until is null or m.fetch_lease_until < now())
    order by m.id
    for update of m skip locked
  )
  update mailbox m
  set fetch_worker = by_worker, fetch_lease_until = now() + make_interval(secs => lease_seconds)
  from free
  where m.workspace_id = free.workspace_id and m.id = free.id
  returning m.workspace_id, m.id;
end $$;
grant execute on function claim_mailboxes(uuid, integer) to comptoir_system;

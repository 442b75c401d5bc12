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
  -- How much of its history is read, of how much.
  add history_total       integer not null default 0,
  add history_done        integer not null default 0,
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
  -- What its sender's domain says of it, asked when it came; `refused`: that such mail be refused or set aside.
  add sender_check    text check (sender_check in ('verified', 'unverified', 'refused')),
  -- Of what stays the same on every way a mail takes: the same in two mailboxes is one message.
  add identity_hash   bytea,
  add kind            text check (kind in ('message', 'auto-reply', 'bounce', 'complaint')),
  add outcome         text check (outcome in ('new', 'threaded', 'duplicate', 'to-sort')),
  add conversation_id uuid,
  add message_id      uuid,
  drop constraint incoming_mail_state_check,
  add constraint incoming_mail_state_check check (state in ('stored', 'filed', 'to_sort', 'spam', 'set_aside'));
-- What comes is filed before what was there already.
drop index incoming_mail_stored;
create index incoming_mail_stored on incoming_mail (is_history, received_at, id) where state = 'stored';
create index incoming_mail_spam on incoming_mail (workspace_id, received_at desc, id desc) where state = 'spam';
-- How often a machine answered lately.
create index incoming_mail_automatic on incoming_mail (workspace_id, sender, received_at) where kind = 'auto-reply';

-- Which mail of a server is which of ours: a number is read once.
create table fetched_mail (
  workspace_id     uuid not null,
  folder_id        uuid not null,
  uid_validity     bigint not null,
  uid              bigint not null,
  incoming_mail_id uuid not null,
  -- By which it is recognised without being read, should its server give it another number.
  mail_id          text,
  internal_at      timestamptz,
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
  -- What its server answered, until that is told to all concerned: a worker that dies before leaves it to the next.
  add answered     jsonb,
  -- Until then it is tried again, by the clock of the database: that of a node may be wrong.
  add keep_trying_until timestamptz not null default now() + interval '3 days',
  -- Its copy among what was sent, on the mailbox's own server: `wanted` until it is there.
  add sent_copy    text check (sent_copy in ('wanted', 'kept'));
create index delivery_copies on delivery (workspace_id, mailbox_id) where sent_copy = 'wanted';
-- What a mailbox sent in the last hour or day, for its limits.
create index delivery_sent on delivery (workspace_id, mailbox_id, accepted_at) where accepted_at is not null;
create index delivery_in_doubt on delivery (workspace_id, mailbox_id, state_at) where state = 'unknown';
create index delivery_of_mailbox_waiting on delivery (workspace_id, mailbox_id, not_before, id) where state = 'queued';

alter table workspace
  -- A picture in each mail tells when it was opened, which its reader was not asked about.
  add opening_picture boolean not null default false,
  -- The instant of the last backup that holds it.
  add backed_up_at timestamptz;

-- The key by which mail from a domain of the business is signed, once its public half stands in the DNS.
create table dkim_key (
  workspace_id uuid not null references workspace,
  domain       text not null check (domain = lower(domain)),
  selector     text not null,
  private_key  bytea not null,
  public_key   text not null,
  -- Since when its public half was found there at every look; null signs nothing.
  published_at timestamptz,
  checked_at   timestamptz,
  -- What the last look found in the DNS; `silent`: nobody answered, which changes nothing.
  found        text not null default 'unchecked'
    check (found in ('unchecked', 'published', 'nothing', 'other-key', 'several', 'silent')),
  -- Taken away, and kept until another takes its place: what is published fits this key alone.
  removed_at   timestamptz,
  primary key (workspace_id, domain)
);
call raise_wall('dkim_key');

create or replace function stored_mail(most integer) returns table (workspace_id uuid, id uuid)
  language sql stable security definer set search_path = public
begin atomic
  select i.workspace_id, i.id
  from incoming_mail i
  where i.state = 'stored'
  order by i.is_history, i.received_at, i.id
  limit most;
end;

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

-- For the programs of the operator, which name a business by its slug.
create function workspace_slugs() returns table (workspace_id uuid, slug text, example boolean)
  language sql stable security definer set search_path = public
begin atomic
  select w.workspace_id, w.slug, w.example from workspace w order by w.created_at;
end;
grant execute on function workspace_slugs() to comptoir_system;

-- What left, or may have left, and was sent once more: for a day it counts beside the second time.
create table sent_before (
  workspace_id uuid not null,
  mailbox_id   uuid not null,
  at           timestamptz not null,
  delivery_id  uuid not null,
  primary key (workspace_id, mailbox_id, at, delivery_id),
  foreign key (workspace_id, mailbox_id) references mailbox
);
call raise_wall('sent_before');

-- When a mailbox sent, or may have sent, what counts for its limits. What stayed in the sandbox never left.
create function sent_of(of_workspace uuid, of_mailbox uuid, since timestamptz) returns setof timestamptz
  language sql stable set search_path = public
begin atomic
  select d.accepted_at from delivery d
  where d.workspace_id = of_workspace and d.mailbox_id = of_mailbox and d.accepted_at > since
    and d.carrier = 'smtp' and d.state not in ('claimed', 'sending')
  union all
  select d.state_at from delivery d
  where d.workspace_id = of_workspace and d.mailbox_id = of_mailbox and d.state = 'unknown' and d.state_at > since
    and d.accepted_at is null and d.carrier = 'smtp'
  union all
  select b.at from sent_before b
  where b.workspace_id = of_workspace and b.mailbox_id = of_mailbox and b.at > since;
end;
grant execute on function sent_of(uuid, uuid, timestamptz) to comptoir_app;

-- How many of its mails are under way, which may all be sent.
create function under_way_of(of_workspace uuid, of_mailbox uuid) returns integer
  language sql stable set search_path = public
begin atomic
  select count(*)::integer from delivery d
  where d.state in ('claimed', 'sending') and d.lease_until is not null
    and d.workspace_id = of_workspace and d.mailbox_id = of_mailbox and d.carrier = 'smtp';
end;

-- How many mails its limits leave a mailbox, whatever is under way; null where it has none.
create function limits_leave(m mailbox) returns integer
  language sql stable set search_path = public
begin atomic
  select least(
    m.hourly_limit - case when m.hourly_limit is not null then
      (select count(*) from sent_of(m.workspace_id, m.id, now() - interval '1 hour'))::integer end,
    m.daily_limit - case when m.daily_limit is not null then
      (select count(*) from sent_of(m.workspace_id, m.id, now() - interval '1 day'))::integer end);
end;

drop function claim_deliveries(uuid, text, integer, integer);

-- Claims what is due, skipping what another worker holds, what an earlier message of the same conversation still
-- blocks, and mailboxes of which this worker has enough in hand. A paused mailbox keeps its mail. A mailbox that is
-- held back is claimed from by one worker at a time, so that what each counts holds until it has claimed. One that fails
-- is tried with one mail a minute: more would lock its account. One with limits has what they leave, and where that is
-- nothing, whatever is under way, it is named instead, for what is due to be told how long it waits.
create function claim_deliveries(
  by_worker uuid, of_carrier text, most integer, lease_seconds integer, enough_of uuid[])
  returns table (workspace_id uuid, id uuid, conversation_id uuid, message_id uuid, full_mailbox_id uuid)
  language plpgsql security definer set search_path = public as $$
#variable_conflict use_column
declare
  held mailbox;
  left_by_limits integer;
  under_way integer;
  allowed integer;
  left_to_claim integer := most;
  claimed integer;
begin
  -- Nobody claims while limits change: what was claimed before is taken back, and what is claimed next obeys.
  perform pg_advisory_xact_lock_shared(hashtext('sending limits'));
  if of_carrier = 'smtp' then
    for held in
      select m.* from mailbox m
      where m.removed_at is null and m.state <> 'paused' and m.id <> all (enough_of)
        and (m.state = 'failing' or m.hourly_limit is not null or m.daily_limit is not null)
        and exists (
          select from delivery d
          where d.state = 'queued' and d.workspace_id = m.workspace_id and d.mailbox_id = m.id
            and d.not_before <= now() and d.carrier = 'smtp')
      order by m.id
      for no key update of m skip locked
    loop
      -- In one statement: what is under way at one moment and sent at the next would be missed between two.
      select limits_leave(held), under_way_of(held.workspace_id, held.id) into left_by_limits, under_way;
      if left_by_limits <= 0 then
        return query select held.workspace_id, null::uuid, null::uuid, null::uuid, held.id;
        continue;
      end if;
      allowed := least(left_to_claim, left_by_limits - under_way, case
        when held.state = 'failing' and (under_way > 0 or held.last_problem_at > now() - interval '1 minute') then 0
        when held.state = 'failing' then 1 end);
      if allowed > 0 then
        return query
        with due as (
          select d.workspace_id, d.id
          from delivery d
          where d.state = 'queued' and d.workspace_id = held.workspace_id and d.mailbox_id = held.id
            and d.not_before <= now() and d.carrier = 'smtp'
            and (
              select e.id from delivery e
              where e.workspace_id = d.workspace_id and e.conversation_id = d.conversation_id
                and e.position < d.position and e.state in ('queued', 'claimed', 'sending')
              limit 1) is null
          order by d.not_before, d.id
          limit allowed
          for update of d skip locked
        )
        update delivery d
        set state = 'claimed', worker = by_worker, lease_until = now() + make_interval(secs => lease_seconds),
            state_at = now()
        from due
        where d.workspace_id = due.workspace_id and d.id = due.id
        returning d.workspace_id, d.id, d.conversation_id, d.message_id, null::uuid;
        get diagnostics claimed = row_count;
        left_to_claim := left_to_claim - claimed;
      end if;
    end loop;
  end if;
  return query
  with due as (
    select d.workspace_id, d.id
    from delivery d
    where d.state = 'queued' and d.not_before <= now() and d.carrier = of_carrier
      and exists (
        select from mailbox m
        where m.workspace_id = d.workspace_id and m.id = d.mailbox_id and m.removed_at is null
          and m.state <> 'paused' and m.id <> all (enough_of)
          and (of_carrier = 'sandbox'
               or m.state = 'active' and m.hourly_limit is null and m.daily_limit is null))
      -- As a join it would be planned for the few that waited when they were last counted, and read all for each.
      and (
        select e.id from delivery e
        where e.workspace_id = d.workspace_id and e.conversation_id = d.conversation_id
          and e.position < d.position and e.state in ('queued', 'claimed', 'sending')
        limit 1) is null
    order by d.not_before, d.id
    limit left_to_claim
    for update of d skip locked
  )
  update delivery d
  set state = 'claimed', worker = by_worker, lease_until = now() + make_interval(secs => lease_seconds), state_at = now()
  from due
  where d.workspace_id = due.workspace_id and d.id = due.id
  returning d.workspace_id, d.id, d.conversation_id, d.message_id, null::uuid;
end $$;
grant execute on function claim_deliveries(uuid, text, integer, integer, uuid[]) to comptoir_system;

drop function next_delivery_due();

-- In how many milliseconds something is due; null when nothing waits that may leave by itself.
create function next_delivery_in() returns double precision
  language sql stable security definer set search_path = public
begin atomic
  select extract(epoch from min(
      case when m.state = 'failing' then greatest(d.not_before, m.last_problem_at + interval '1 minute')
           else d.not_before end) - now()) * 1000
  from delivery d
  join mailbox m on m.workspace_id = d.workspace_id and m.id = d.mailbox_id
  where d.state = 'queued' and m.removed_at is null and m.state <> 'paused';
end;
grant execute on function next_delivery_in() to comptoir_system;

-- An address of the business. Without an SMTP account its mail stays in the sandbox of this machine.
create table mailbox (
  workspace_id     uuid not null references workspace,
  id               uuid not null,
  name             text not null check (name <> ''),
  address          text not null unique check (address = lower(address) and address like '%_@_%'),
  carrier          text not null default 'sandbox' check (carrier in ('sandbox', 'smtp')),
  smtp_host        text not null default '',
  smtp_port        integer not null default 587 check (smtp_port between 1 and 65535),
  smtp_security    text not null default 'starttls' check (smtp_security in ('starttls', 'tls', 'none')),
  smtp_username    text not null default '',
  smtp_password    bytea,
  state            text not null default 'active' check (state in ('active', 'paused', 'failing')),
  last_problem     text,
  last_problem_at  timestamptz,
  is_default       boolean not null default false,
  removed_at       timestamptz,
  created_at       timestamptz not null default now(),
  primary key (workspace_id, id)
);
create unique index mailbox_default on mailbox (workspace_id) where is_default and removed_at is null;
call raise_wall('mailbox');

-- Every mail that was answered 250, as it came. Its content decides whether it came before.
create table incoming_mail (
  workspace_id  uuid not null references workspace,
  id            uuid not null,
  mailbox_id    uuid not null,
  envelope_from text not null,
  envelope_to   text not null,
  file_id       uuid not null,
  content_hash  bytea not null,
  state         text not null default 'stored' check (state in ('stored', 'filed', 'to_sort', 'set_aside')),
  -- Why it waits to be sorted, as a message key.
  problem       text,
  subject       text not null default '',
  sender        text not null default '',
  attempts      integer not null default 0,
  received_at   timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, mailbox_id, content_hash),
  foreign key (workspace_id, mailbox_id) references mailbox,
  foreign key (workspace_id, file_id) references file
);
create index incoming_mail_stored on incoming_mail (received_at) where state = 'stored';
create index incoming_mail_to_sort on incoming_mail (workspace_id, received_at desc, id desc) where state = 'to_sort';
call raise_wall('incoming_mail');

-- One row per recipient of whatever leaves. `sending` is committed before the first byte of content: a crash
-- before it is retried, a crash inside it is `unknown`, and nothing is ever sent twice by itself.
create table delivery (
  workspace_id    uuid not null references workspace,
  id              uuid not null,
  conversation_id uuid not null,
  message_id      uuid not null,
  mailbox_id      uuid not null,
  carrier         text not null check (carrier in ('sandbox', 'smtp')),
  recipient       text not null,
  -- Of one conversation, in this order.
  position        bigint not null,
  state           text not null default 'queued'
                  check (state in ('queued', 'claimed', 'sending', 'accepted', 'delivered', 'read', 'failed', 'unknown')),
  attempts        integer not null default 0,
  not_before      timestamptz not null default now(),
  lease_until     timestamptz,
  worker          uuid,
  reason          text,
  provider_answer text,
  queued_at       timestamptz not null default now(),
  state_at        timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, message_id, recipient),
  foreign key (workspace_id, mailbox_id) references mailbox
) with (fillfactor = 80);
create index delivery_due on delivery (not_before, id) where state = 'queued';
create index delivery_leased on delivery (lease_until) where state in ('claimed', 'sending');
create index delivery_of_conversation on delivery (workspace_id, conversation_id, position);
call raise_wall('delivery');

create function mailbox_by_address(of_address text) returns table (workspace_id uuid, mailbox_id uuid)
  language sql stable security definer set search_path = public
begin atomic
  select m.workspace_id, m.id from mailbox m where m.address = lower(of_address) and m.removed_at is null;
end;

create function stored_mail(most integer) returns table (workspace_id uuid, id uuid)
  language sql stable security definer set search_path = public
begin atomic
  select i.workspace_id, i.id from incoming_mail i where i.state = 'stored' order by i.received_at limit most;
end;

-- Claims what is due, skipping what another worker holds and what an earlier message of the same conversation
-- still blocks. A paused mailbox keeps its mail.
create function claim_deliveries(by_worker uuid, most integer, lease_seconds integer)
  returns table (workspace_id uuid, id uuid, carrier text)
  language plpgsql security definer set search_path = public as $$
#variable_conflict use_column
begin
  return query
  with due as (
    select d.workspace_id, d.id
    from delivery d
    where d.state = 'queued' and d.not_before <= now()
      and exists (
        select from mailbox m
        where m.workspace_id = d.workspace_id and m.id = d.mailbox_id and m.state <> 'paused' and m.removed_at is null)
      and not exists (
        select from delivery e
        where e.workspace_id = d.workspace_id and e.conversation_id = d.conversation_id
          and e.position < d.position and e.state in ('queued', 'claimed', 'sending'))
    order by d.not_before, d.id
    limit most
    for update of d skip locked
  )
  update delivery d
  set state = 'claimed', worker = by_worker, lease_until = now() + make_interval(secs => lease_seconds), state_at = now()
  from due
  where d.workspace_id = due.workspace_id and d.id = due.id
  returning d.workspace_id, d.id, d.carrier;
end $$;

-- Leases that ran out: the worker died, or lost the database.
create function expired_deliveries(most integer) returns table (workspace_id uuid, id uuid, state text)
  language sql stable security definer set search_path = public
begin atomic
  select d.workspace_id, d.id, d.state
  from delivery d
  where d.state in ('claimed', 'sending') and d.lease_until < now()
  order by d.lease_until
  limit most;
end;

create function next_delivery_due() returns timestamptz
  language sql stable security definer set search_path = public
begin atomic
  select min(d.not_before) from delivery d where d.state = 'queued';
end;

grant execute on function
  mailbox_by_address(text), stored_mail(integer), claim_deliveries(uuid, integer, integer),
  expired_deliveries(integer), next_delivery_due()
to comptoir_system;

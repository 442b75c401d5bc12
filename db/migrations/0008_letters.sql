-- Mail of the installation itself: invitations and forgotten passwords, before anybody is in a workspace. What is
-- written in it (a link that lets somebody in) is sealed with the secret key; the row goes once the letter left.
create table letter (
  id         uuid primary key,
  sealed     text not null,
  attempts   integer not null default 0,
  not_before timestamptz not null default now(),
  created_at timestamptz not null default now()
);
create index letter_due on letter (not_before);

create function post_letter(new_id uuid, new_sealed text) returns void
  language sql security definer set search_path = public
begin atomic
  insert into letter (id, sealed) values (new_id, new_sealed);
end;

-- Takes what is due. A letter whose sender died is due again after the lease: it says the same, so twice is no harm.
create function claim_letters(most integer, lease_seconds integer)
  returns table (id uuid, sealed text, attempts integer, created_at timestamptz)
  language sql security definer set search_path = public
begin atomic
  update letter l
  set attempts = l.attempts + 1, not_before = now() + make_interval(secs => lease_seconds)
  where l.id in (
    select d.id from letter d where d.not_before <= now() order by d.not_before limit most for update skip locked)
  returning l.id, l.sealed, l.attempts, l.created_at;
end;

create function postpone_letter(of_id uuid, by_seconds integer) returns void
  language sql security definer set search_path = public
begin atomic
  update letter set not_before = now() + make_interval(secs => by_seconds) where id = of_id;
end;

create function drop_letter(of_id uuid) returns void
  language sql security definer set search_path = public
begin atomic
  delete from letter where id = of_id;
end;

-- A command posts its letter in its own transaction, so that neither exists without the other.
grant execute on function post_letter(uuid, text) to comptoir_app;
grant execute on function
  post_letter(uuid, text), claim_letters(integer, integer), postpone_letter(uuid, integer), drop_letter(uuid)
to comptoir_system;

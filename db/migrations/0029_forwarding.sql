-- With whom a message is spoken: with the client, or with somebody outside to whom a message was passed on. What is
-- said with an outsider stands in the conversation for the team; the client is neither shown it nor answered by it.
alter table message
  add party       text not null default 'client' check (party in ('client', 'outsider')),
  -- With an outsider: the message that was passed on, or that is answered.
  add about_id    uuid,
  -- What was passed on, below our words: sanitised, and shown by us as text alone.
  add quoted_html text;

-- Whoever was written to besides the client is not heard as the client.
alter table participant
  add party text not null default 'client' check (party in ('client', 'outsider'));

/** A reply in each conversation at once, as many people together would write them. */
export const queueReplies = `
  with said as (
    insert into message (workspace_id, id, conversation_id, seq, direction, channel, author_name, subject, body_text,
                         mailbox_id, at)
    select c.workspace_id, gen_random_uuid(), c.id, 900, 'out', 'email', 'Sophie', c.subject, 'Oui', b.id, now()
    from conversation c join mailbox b on b.workspace_id = c.workspace_id
    where c.subject like 'numéro %'
    returning *)
  insert into delivery (workspace_id, id, conversation_id, message_id, mailbox_id, carrier, recipient, position)
  select workspace_id, gen_random_uuid(), conversation_id, id, mailbox_id, 'smtp', 'marc@exemple.example', 900
  from said`

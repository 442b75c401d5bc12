import pg from 'pg'
import { inject } from 'vitest'
import { databaseUrl } from '../../../../scripts/testing/database-url.ts'
import type { TestServer } from './open-test-server.ts'
import type { Seeded } from './people.ts'

/** How much a business is given: rows as a busy year leaves them. */
export interface Filling {
  conversations: number
  messagesEach: number
}

/** Fills a business by SQL: commands would take an hour. */
export async function fillBusiness(
  test: TestServer,
  { workspaceId, mailbox }: Seeded<string>,
  readerId: string,
  delegateId: string,
  { conversations, messagesEach }: Filling,
) {
  const clients = Math.ceil(conversations / 4)
  const statements = [
    `create temp table a_client as select i, gen_random_uuid() as id from generate_series(1, ${clients}) i`,
    `insert into client (workspace_id, id, name, town) select :w, id, (array['Inès','Noémie','Bruno','Céline'])[1 + i % 4] || ' Martin ' || i, 'Sedan' from a_client`,
    `insert into contact_point (workspace_id, id, client_id, kind, value, normalised)
     select :w, gen_random_uuid(), id, 'email', 'client' || i || '@exemple.example', 'client' || i || '@exemple.example' from a_client`,
    `create temp table a_conversation as
     select i, gen_random_uuid() as id, gen_random_uuid() as message_id, gen_random_uuid() as file_id, now() - i * interval '3 minutes' as at
     from generate_series(1, ${conversations}) i`,
    'analyze a_client; analyze a_conversation',
    `insert into conversation (workspace_id, id, client_id, client_name, subject, state, assignee_id, mailbox_id, last_seq, last_at, last_preview)
     select :w, v.id, c.id, 'Client ' || c.i, 'Sujet ' || v.i, case when v.i % 4 = 0 then 'archived' else 'open' end,
            case when v.i % 500 = 0 then '${delegateId}'::uuid when v.i % 3 = 0 then '${readerId}'::uuid end, '${mailbox.id}',
            ${messagesEach}, v.at, 'Bonjour'
     from a_conversation v join a_client c on c.i = 1 + v.i % ${clients}`,
    `insert into message (workspace_id, id, conversation_id, seq, direction, channel, author_name, body_text, at)
     select :w, case when m = 1 then v.message_id else gen_random_uuid() end, v.id, m, case when m % 2 = 0 then 'out' else 'in' end, 'email', 'Client', 'Bonjour, un texte.', v.at - (${messagesEach} - m) * interval '1 hour'
     from a_conversation v, generate_series(1, ${messagesEach}) m`,
    `insert into note (workspace_id, id, conversation_id, seq, user_id, author_name, body_text, at)
     select :w, gen_random_uuid(), id, 0, '${readerId}', 'Marc', 'Une note', at from a_conversation`,
    `insert into entry (workspace_id, id, conversation_id, kind, at) select :w, gen_random_uuid(), id, 'reopened', at from a_conversation`,
    `insert into participant select :w, id, 'client' || i || '@exemple.example' from a_conversation`,
    `insert into mail_reference select :w, 'mail' || i || '@exemple.example', id from a_conversation`,
    `insert into unread (workspace_id, user_id, conversation_id, messages, last_at) select :w, '${readerId}', id, 1, at from a_conversation where i % 2 = 0`,
    `insert into delivery (workspace_id, id, conversation_id, message_id, mailbox_id, carrier, recipient, position, state)
     select :w, gen_random_uuid(), g.conversation_id, g.id, '${mailbox.id}', 'sandbox', 'client@exemple.example', g.seq, 'accepted'
     from message g where g.workspace_id = :w and g.direction = 'out'`,
    `insert into file (workspace_id, id, name, media_type, size_bytes, sha256, storage_key, kept)
     select :w, file_id, 'plan.pdf', 'application/pdf', 1000, '\\x00', 'clé' || i, true from a_conversation`,
    'insert into attachment (workspace_id, message_id, file_id, position) select :w, message_id, file_id, 0 from a_conversation',
    `insert into incoming_mail (workspace_id, id, mailbox_id, envelope_from, envelope_to, file_id, content_hash, state, received_at)
     select :w, gen_random_uuid(), '${mailbox.id}', '', '', file_id, decode(md5(i::text), 'hex'),
            case when i % 50 = 0 then 'to_sort' else 'filed' end, at
     from a_conversation`,
    `insert into event (workspace_id, seq, name, rooms, data)
     select :w, i, 'inbox.note_added', array['team:' || :w], '{}' from generate_series(1001, ${conversations} + 1000) i`,
    `update event_counter set last_seq = ${conversations} + 1000 where workspace_id = :w`,
    `insert into command (workspace_id, id, actor_id, name, input_hash) select :w, id, '${readerId}', 'inbox.add_note', '\\x00' from a_conversation`,
    'drop table a_client; drop table a_conversation',
  ]
  await inBulk(test, workspaceId, statements)
}

/** Has all of a business found by its words, as the server does it, without its pauses. */
export function fillSearch(test: TestServer, { workspaceId }: Pick<Seeded<string>, 'workspaceId'>) {
  return inBulk(test, workspaceId, [
    `insert into search_state (workspace_id, filling) values (:w, 'client')
     on conflict (workspace_id) do update set filling = 'client'`,
    `do $$ begin
       perform set_config('app.workspace', :w::text, false);
       while fill_search(5000) = 'more' loop end loop;
       while learn_words(5000) = 'more' loop end loop;
     end $$`,
  ])
}

async function inBulk(test: TestServer, workspaceId: string, statements: string[]) {
  const { pathname } = new URL(test.ownerUrl)
  const client = new pg.Client({ connectionString: databaseUrl(inject('superuserUrl'), pathname.slice(1)) })
  await client.connect()
  try {
    // No foreign key is checked and no counter moved: each row would cost ten times itself.
    await client.query('set session_replication_role = replica')
    for (const statement of statements) await client.query(statement.replaceAll(':w', `'${workspaceId}'::uuid`))
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

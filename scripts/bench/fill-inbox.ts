import { readFileSync, writeFileSync } from 'node:fs'
import pg from 'pg'

/** The filled business: who is signed in, and conversations to write to. */
export interface BenchBusiness {
  slug: string
  workspaceId: string
  email: string
  password: string
  conversationIds: string[]
}

export interface Filling {
  url: string
  ownerUrl: string
  conversations: number
  keptIn: string
  isFilled: boolean
}

const messagesEach = 10

/** Makes a business through the product, then fills it by SQL with conversations of ten messages each. */
export async function fillInbox(filling: Filling): Promise<BenchBusiness> {
  if (filling.isFilled) return JSON.parse(readFileSync(filling.keptIn, 'utf8')) as BenchBusiness
  const person = { name: 'Joëlle Lambert', email: 'joelle@mesure.example', password: 'une longue phrase de passe' }
  const made = await fetch(`${filling.url}/api/businesses`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ businessName: 'Maison Mesure', locale: 'fr', ...person }),
  })
  if (!made.ok) throw new Error(`the business was not made: ${made.status} ${await made.text()}`)
  const db = new pg.Client({ connectionString: filling.ownerUrl })
  await db.connect()
  const { rows } = await db.query<{ workspace_id: string; slug: string }>('select workspace_id, slug from workspace')
  const { workspace_id: workspaceId, slug } = rows[0]!
  await fill(db, workspaceId, filling.conversations)
  const ids = await db.query<{ id: string }>(
    'select id from conversation where workspace_id = $1 order by top_at desc limit 50',
    [workspaceId],
  )
  await db.end()
  const business = {
    slug,
    workspaceId,
    email: person.email,
    password: person.password,
    conversationIds: ids.rows.map((row) => row.id),
  }
  writeFileSync(filling.keptIn, JSON.stringify(business))
  return business
}

async function fill(db: pg.Client, workspaceId: string, conversations: number) {
  const clients = Math.ceil(conversations / 4)
  // One counter row for each of them in one transaction would take hours; the bench of the search makes them findable.
  const quiet = ['client', 'contact_point', 'conversation', 'message']
  const triggers = (verb: string) => quiet.map((table) => `alter table ${table} ${verb} trigger user`)
  const statements = [
    ...triggers('disable'),
    `create temp table new_client as select i, gen_random_uuid() as id from generate_series(1, ${clients}) i`,
    `insert into client (workspace_id, id, name, town) select $1, id, 'Client ' || i, 'Charleville-Mézières' from new_client`,
    `insert into contact_point (workspace_id, id, client_id, kind, value, normalised)
     select $1, gen_random_uuid(), id, 'email', 'client' || i || '@exemple.example', 'client' || i || '@exemple.example' from new_client`,
    `create temp table new_conversation as
     select i, uuidv7(-i * interval '3 minutes') as id, now() - i * interval '3 minutes' as last_at
     from generate_series(1, ${conversations}) i`,
    `insert into conversation (workspace_id, id, client_id, client_name, subject, state, last_seq, last_at, last_preview, source, waiting_since, sent_at)
     select $1, n.id, c.id, 'Client ' || c.i, 'Demande de rendez-vous ' || n.i, case when n.i % 4 = 0 then 'archived' else 'open' end,
            ${messagesEach}, n.last_at, 'Bonjour, je souhaiterais un rendez-vous pour la semaine prochaine.',
            case when n.i % 10 = 0 then 'form' else 'email' end, case when n.i % 5 = 0 then n.last_at end, n.last_at - interval '1 hour'
     from new_conversation n join new_client c on c.i = 1 + n.i % ${clients}`,
    `insert into view_count (workspace_id, scope, n)
     select $1, scope, count(*) from conversation c, unnest(conversation_scopes(c)) as scope
     where c.workspace_id = $1 group by scope`,
    `insert into message (workspace_id, id, conversation_id, seq, direction, channel, author_name, body_text, at)
     select $1, gen_random_uuid(), n.id, m, case when m % 2 = 0 then 'out' else 'in' end, 'email', 'Client ' || n.i,
            'Bonjour, je souhaiterais un rendez-vous pour la semaine prochaine. Jeudi après-midi m’arrangerait, si possible vers 14 h. Dossier d' || n.i % 1000 || ', article a' || n.i % 77,
            n.last_at - (${messagesEach} - m) * interval '1 hour'
     from new_conversation n, generate_series(1, ${messagesEach}) m`,
    `insert into participant (workspace_id, conversation_id, address)
     select $1, id, 'client' || i || '@exemple.example' from new_conversation`,
    `insert into mail_reference (workspace_id, mail_id, conversation_id)
     select $1, id || '@exemple.example', id from new_conversation`,
    `insert into delivery (workspace_id, id, conversation_id, message_id, mailbox_id, carrier, recipient, position, state)
     select $1, gen_random_uuid(), m.conversation_id, m.id, b.id, 'sandbox', 'client@exemple.example', m.seq, 'accepted'
     from message m join mailbox b on b.workspace_id = m.workspace_id where m.workspace_id = $1 and m.seq = 2`,
    ...triggers('enable'),
    'vacuum analyze',
  ]
  for (const statement of statements) await db.query(statement, statement.includes('$1') ? [workspaceId] : [])
}

import { sql } from 'kysely'
import { readWorkspace, type Db, type Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'
import type { SearchAnswer } from '@comptoir/contract/search'
import { plainLetters } from '@comptoir/rules/plain-words'
import { showClients } from '../../clients/show-clients.ts'
import { isTeam, type Staff } from '../../identity/actor.ts'
import { currentSeq } from '../../realtime/current-seq.ts'
import { correctWords } from './correct-words.ts'
import { indexQueue } from './index-queue.ts'
import { readQuestion, type Asked, type Question } from './read-question.ts'
import { showHits } from './show-hits.ts'

const pageSize = 25
const mostClients = 5
/** Of what was written a moment ago, so much is made findable before an answer; more is on its way. */
const partSize = 200
const mostParts = 5

/**
 * Clients and conversations that answer what was typed, among what somebody may see. Where nothing does, slips of the
 * fingers are mended by the words this business uses, and the answer says so.
 */
export async function searchInbox(
  db: Db,
  staff: Staff,
  { words, after }: { words: string; after?: string | undefined },
): Promise<SearchAnswer> {
  const { workspaceId } = staff
  const ask = () =>
    readWorkspace(db, workspaceId, async (tx) => answerTo(tx, staff, await readQuestion(tx, staff, words), after))
  const first = await ask()
  const { answer } = first.isQueued ? await indexSome(db, workspaceId).then(ask) : first
  if (after !== undefined || answer.hits.length > 0 || answer.clients.length > 0 || answer.next) return answer
  const corrected = await correctWords(db, staff.workspaceId, words)
  if (corrected === null) return answer
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const { answer: mended } = await answerTo(tx, staff, await readQuestion(tx, staff, corrected), undefined)
    // A delegate is not told that others use a word.
    if (mended.hits.length === 0 && mended.clients.length === 0) return answer
    return { ...mended, corrected: asWritten(corrected, mended) }
  })
}

/** What was written a moment ago is found too. */
async function indexSome(db: Db, workspaceId: string) {
  for (let part = 0; part < mostParts; part++) if ((await indexQueue(db, workspaceId, partSize)) === 'all') return
}

/** With the accents of what was found: words are compared without. */
function asWritten(corrected: string, { clients, hits }: SearchAnswer): string {
  const said = [
    ...hits.map((hit) => `${hit.conversation.subject} ${hit.found.excerpt}`),
    ...clients.map((one) => one.name),
  ]
  const written = said.join(' ').match(/[\p{L}\p{N}]+/gu) ?? []
  return corrected.replaceAll(/[a-z]+/g, (word) => {
    const found = written.find((one) => plainLetters(one) === word)
    return found ? found.toLocaleLowerCase() : word
  })
}

async function answerTo(
  tx: Tx,
  staff: Staff,
  question: Question,
  after: string | undefined,
): Promise<{ answer: SearchAnswer; isQueued: boolean }> {
  const [seq, state, found, clientIds] = await Promise.all([
    currentSeq(tx, staff.workspaceId),
    stateOf(tx, staff.workspaceId),
    hitsOf(tx, staff, question, after),
    after === undefined ? clientsFor(tx, staff, question) : [],
  ])
  const more = found.find(({ kind }) => kind === 'more')
  const [shown, clients] = await Promise.all([
    showHits(
      tx,
      staff,
      found.filter((hit) => hit !== more),
      question.words,
    ),
    showClients(tx, staff, clientIds),
  ])
  const answer = {
    seq,
    corrected: null,
    clients,
    ...shown,
    reach: state.isFilling ? ('partial' as const) : ('whole' as const),
    next: more ? `${more.at}_${more.id}` : null,
  }
  return { answer, isQueued: state.isQueued }
}

/** Whether what was there before is still being made findable, and whether something was just written. */
async function stateOf(tx: Tx, workspaceId: string) {
  const [state] = await readState(tx, { workspaceId })
  return state!
}

const readState = writeOnce(
  (_, { workspaceId }: { workspaceId: string }) => sql<{ isFilling: boolean; isQueued: boolean }>`
    select exists (select from search_state where workspace_id = ${workspaceId} and filling is not null) as is_filling,
      exists (select from search_queue where workspace_id = ${workspaceId}) as is_queued`,
)

export interface Hit {
  conversationId: string
  kind: 'conversation' | 'message' | 'note' | 'more'
  id: string
  at: string
}

async function hitsOf(tx: Tx, staff: Staff, question: Question, after: string | undefined): Promise<Hit[]> {
  if (question.is === 'nothing') return []
  const [at = null, id = null] = after?.split('_') ?? []
  return findHits(tx, { ...question, reader: staff.userId, onlyOf: onlyOf(staff), at, id })
}

interface Sought extends Asked {
  reader: string
  onlyOf: string | null
  /** The last hit of the page before. */
  at: string | null
  id: string | null
}

const findHits = writeOnce(
  (_, s: Sought) => sql<Hit>`
    select conversation_id, kind, id, at from search_inbox(
      ${s.words}::text[], ${s.isTyping}, ${s.senders}::text[], ${s.recipients}::text[], ${s.reader}, ${s.onlyOf},
      ${s.tagIds}::uuid[], ${s.assigneeIds}::uuid[], ${s.view}, ${s.since}::timestamptz, ${s.until}::timestamptz,
      ${s.at}::timestamptz, ${s.id}::uuid, ${sql.lit(pageSize)})`,
)

/** Whose conversations alone are looked at; null is everybody's. */
function onlyOf(staff: Staff) {
  return isTeam(staff) ? null : staff.userId
}

async function clientsFor(tx: Tx, staff: Staff, question: Question): Promise<string[]> {
  if (question.is === 'nothing' || !question.isWordsAlone) return []
  const found = await findClients(tx, { ...question, onlyOf: onlyOf(staff) })
  return found.map((row) => row.clientId)
}

const findClients = writeOnce(
  (_, { words, isTyping, number, onlyOf }: Asked & { onlyOf: string | null }) => sql<{ clientId: string }>`
    select client_id from search_clients_by_words(
      ${words}::text[], ${isTyping}, ${number}, ${onlyOf}, ${sql.lit(mostClients)})`,
)

import { sql } from 'kysely'
import { readWorkspace, type Db, type Tx } from '@comptoir/db/db'
import type { SearchAnswer } from '@comptoir/contract/search'
import { plainLetters } from '@comptoir/rules/plain-words'
import { showClients } from '../../clients/show-clients.ts'
import { isTeam, type Staff } from '../../identity/actor.ts'
import { currentSeq } from '../../realtime/current-seq.ts'
import { correctWords } from './correct-words.ts'
import { readQuestion, type Question } from './read-question.ts'
import { showHits } from './show-hits.ts'

const pageSize = 25
const mostClients = 5

/**
 * Clients and conversations that answer what was typed, among what somebody may see. Where nothing does, slips of the
 * fingers are mended by the words this business uses, and the answer says so.
 */
export async function searchInbox(
  db: Db,
  staff: Staff,
  { words, after }: { words: string; after?: string | undefined },
): Promise<SearchAnswer> {
  const answer = await readWorkspace(db, staff.workspaceId, async (tx) =>
    answerTo(tx, staff, await readQuestion(tx, staff, words), after),
  )
  if (after !== undefined || answer.hits.length > 0 || answer.clients.length > 0 || answer.next) return answer
  const corrected = await correctWords(db, staff.workspaceId, words)
  if (corrected === null) return answer
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const mended = await answerTo(tx, staff, await readQuestion(tx, staff, corrected), undefined)
    // A delegate is not told that others use a word.
    if (mended.hits.length === 0 && mended.clients.length === 0) return answer
    return { ...mended, corrected: asWritten(corrected, mended) }
  })
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

async function answerTo(tx: Tx, staff: Staff, question: Question, after: string | undefined): Promise<SearchAnswer> {
  const [seq, state, found, clientIds] = await Promise.all([
    currentSeq(tx, staff.workspaceId),
    tx.selectFrom('searchState').select('filling').where('workspaceId', '=', staff.workspaceId).executeTakeFirst(),
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
  return {
    seq,
    corrected: null,
    clients,
    ...shown,
    reach: state?.filling ? 'partial' : 'whole',
    next: more ? `${more.at}_${more.id}` : null,
  }
}

export interface Hit {
  conversationId: string
  kind: 'conversation' | 'message' | 'note' | 'more'
  id: string
  at: string
}

async function hitsOf(tx: Tx, staff: Staff, question: Question, after: string | undefined): Promise<Hit[]> {
  if (question.is === 'nothing') return []
  const { words, isTyping, senders, recipients, tagIds, assigneeIds, view, since, until } = question
  const [at = null, id = null] = after?.split('_') ?? []
  const { rows } = await sql<Hit>`
    select conversation_id, kind, id, at from search_inbox(
      ${words}::text[], ${isTyping}, ${senders}::text[], ${recipients}::text[], ${staff.userId},
      ${isTeam(staff) ? null : staff.userId}, ${tagIds}::uuid[], ${assigneeIds}::uuid[], ${view},
      ${since}::timestamptz, ${until}::timestamptz, ${at}::timestamptz, ${id}::uuid, ${pageSize})`.execute(tx)
  return rows
}

async function clientsFor(tx: Tx, staff: Staff, question: Question): Promise<string[]> {
  if (question.is === 'nothing' || !question.isWordsAlone) return []
  const { words, isTyping, number } = question
  const { rows } = await sql<{ clientId: string }>`
    select client_id from search_clients_by_words(
      ${words}::text[], ${isTyping}, ${number}, ${isTeam(staff) ? null : staff.userId}, ${mostClients})`.execute(tx)
  return rows.map((row) => row.clientId)
}

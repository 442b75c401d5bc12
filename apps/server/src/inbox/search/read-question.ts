import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { parseSearch, type Search, type SearchFilter, type SoughtView } from '@comptoir/rules/parse-search'
import { plainLetters, plainWords } from '@comptoir/rules/plain-words'
import { tagsThere } from '../../clients/tags-by-name.ts'
import type { Staff } from '../../identity/actor.ts'

/** What was asked, with names in place of their ids. */
export type Question = Asked | { is: 'nothing'; words: string[] }

export interface Asked {
  is: 'something'
  words: string[]
  isTyping: boolean
  /** Whether no filter was asked: then clients answer too. */
  isWordsAlone: boolean
  /** What was typed, where it looks like a phone number. */
  number: string
  senders: string[]
  recipients: string[]
  tagIds: string[] | null
  assigneeIds: string[] | null
  view: SoughtView | null
  since: string | null
  until: string | null
}

/** Reads what was typed. Days are those of the business; who is not there answers for nothing. */
export async function readQuestion(tx: Tx, staff: Staff, typed: string): Promise<Question> {
  const { timeZone, ...search } = await readDays(tx, staff, typed)
  const { words, isTyping, filters } = search
  if (words.length === 0 && filters.length === 0) return { is: 'nothing', words }
  const said = (is: SearchFilter['is']) => filters.filter((one) => one.is === is).map((one) => one.value)
  const isNobodys = said('assignee').some((name) => nobody.includes(plainLetters(name)))
  const [tagIds, assigneeIds, since, until] = await Promise.all([
    said('tag').length > 0 ? tagsNamed(tx, staff, said('tag')) : null,
    said('assignee').length > 0 && !isNobodys ? peopleNamed(tx, staff, said('assignee')) : null,
    beginningOf(tx, said('after').sort().at(-1), timeZone),
    beginningOf(tx, said('before').sort()[0], timeZone),
  ])
  const view = isNobodys ? 'unassigned' : ((said('view').at(-1) ?? null) as SoughtView | null)
  const isNumber = /^\+?[\d\s().\-/]{4,}$/.test(typed.trim()) && typed.replace(/\D/g, '').length >= 4
  return {
    is: 'something',
    words,
    isTyping,
    isWordsAlone: filters.length === 0,
    number: isNumber ? typed.trim() : '',
    senders: said('from'),
    recipients: said('to'),
    tagIds,
    assigneeIds,
    view,
    since,
    until,
  }
}

/** What was typed, by the days of the business, which are asked for only where days were typed. */
async function readDays(tx: Tx, { workspaceId }: Staff, typed: string): Promise<Search & { timeZone: string }> {
  const search = parseSearch(typed, todayIn('UTC'))
  if (!search.filters.some(({ is }) => is === 'before' || is === 'after')) return { ...search, timeZone: 'UTC' }
  const { timeZone } = await tx
    .selectFrom('workspace')
    .select('timeZone')
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
  return { ...parseSearch(typed, todayIn(timeZone)), timeZone }
}

function todayIn(timeZone: string) {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date())
}

const nobody = ['personne', 'aucun', 'nobody', 'none', 'niemand']
const oneself = ['moi', 'me', 'ik', 'mij']

async function tagsNamed(tx: Tx, { workspaceId }: Staff, names: string[]): Promise<string[]> {
  const tags = await tagsThere(tx, workspaceId).select(['id', 'name']).execute()
  return tags
    .filter((tag) => names.some((name) => plainLetters(tag.name).startsWith(plainLetters(name))))
    .map((tag) => tag.id)
}

async function peopleNamed(tx: Tx, { workspaceId, userId }: Staff, names: string[]): Promise<string[]> {
  const people = await tx
    .selectFrom('membership')
    .innerJoin('appUser', 'appUser.id', 'membership.userId')
    .select(['membership.userId', 'appUser.name'])
    .where('membership.workspaceId', '=', workspaceId)
    .execute()
  return names.flatMap((name) => {
    if (oneself.includes(plainLetters(name))) return [userId]
    const sought = plainWords(name)
    const isNamed = (full: string) => sought.every((part) => plainWords(full).some((word) => word.startsWith(part)))
    return people.filter((one) => isNamed(one.name)).map((one) => one.userId)
  })
}

async function beginningOf(tx: Tx, day: string | undefined, timeZone: string): Promise<string | null> {
  if (day === undefined) return null
  const { rows } = await sql<{ at: string }>`
    select (${day}::date)::timestamp at time zone ${timeZone} as at`.execute(tx)
  return rows[0]!.at
}

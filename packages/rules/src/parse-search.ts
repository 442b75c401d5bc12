import { plainLetters } from './plain-words.ts'
import { readDay } from './read-day.ts'

/** What somebody typed into the search. */
export interface Search {
  words: string[]
  /** Whether the last word may not be finished. */
  isTyping: boolean
  filters: SearchFilter[]
}

export type SearchFilter = {
  is: 'from' | 'to' | 'tag' | 'assignee' | 'before' | 'after' | 'view'
  /** A name as it was typed, a date in ISO form, or the name of a view. */
  value: string
  /** Where it stands in what was typed. */
  at: [start: number, end: number]
}

/** The views that can be asked for by name. */
export type SoughtView =
  | 'all'
  | 'open'
  | 'archived'
  | 'deleted'
  | 'to-answer'
  | 'follow-up'
  | 'unassigned'
  | 'unread'
  | 'sent'
  | 'mine'

/**
 * Reads words and filters, whose names may be French, Dutch or English: `de:marie étiquette:"bon payeur" avant:12/11`.
 * What is no filter is words. `today` is an ISO date.
 */
export function parseSearch(typed: string, today: string): Search {
  const words: string[] = []
  const filters: SearchFilter[] = []
  for (const part of typed.matchAll(
    /([\p{L}-]+)\s?:\s*(?:"([^"]*)"?|([^\s"]+))|([\p{L}-]+)\s?:\s*$|"([^"]*)"?|\S+/gu,
  )) {
    const [whole, name = '', quoted, bare, begun, phrase] = part
    const at: SearchFilter['at'] = [part.index, part.index + whole.length]
    const filter = readFilter(name, quoted ?? bare ?? '', today)
    if (filter) filters.push({ ...filter, at })
    // Its value is still to come.
    else if (begun && names.has(plainLetters(begun))) continue
    else words.push(...(phrase ?? whole).split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)))
  }
  const last = filters.at(-1)
  const isTyping = words.length > 0 && !/\s$/.test(typed) && last?.at[1] !== typed.length
  return { words: words.slice(0, 12), isTyping, filters: filters.slice(0, 12) }
}

function readFilter(name: string, value: string, today: string): Omit<SearchFilter, 'at'> | undefined {
  const is = names.get(plainLetters(name))
  const said = value.trim()
  if (!is || said === '') return undefined
  if (is === 'before' || is === 'after') {
    const day = readDay(said, today)
    return day === undefined ? undefined : { is, value: day }
  }
  if (is !== 'view') return { is, value: said }
  const view = readView(said)
  return view && { is, value: view }
}

const names = new Map<string, SearchFilter['is']>(
  Object.entries({
    from: ['de', 'from', 'van'],
    to: ['a', 'to', 'aan', 'naar'],
    tag: ['etiquette', 'mot-cle', 'tag', 'label', 'trefwoord'],
    assignee: ['responsable', 'assignee', 'assigned', 'verantwoordelijke', 'toegewezen'],
    before: ['avant', 'before', 'voor'],
    after: ['apres', 'depuis', 'after', 'since', 'na', 'sinds'],
    view: ['vue', 'etat', 'view', 'state', 'weergave', 'status', 'staat'],
  }).flatMap(([is, all]) => all.map((name) => [name, is as SearchFilter['is']] as const)),
)

/** A view by the beginning of its name, whatever its gender, number and hyphens. */
function readView(said: string): SoughtView | undefined {
  const plain = plainLetters(said).replaceAll(/[^a-z]/g, '')
  return beginnings.find(([, all]) => all.some((beginning) => plain.startsWith(beginning)))?.[0]
}

const beginnings: [SoughtView, string[]][] = [
  ['open', ['ouvert', 'open']],
  ['archived', ['archiv', 'gearchiv']],
  ['deleted', ['supprim', 'corbeil', 'delet', 'trash', 'verwijder', 'prullen']],
  ['to-answer', ['arepond', 'repond', 'toanswer', 'answer', 'tebeantwoord', 'beantwoord']],
  ['follow-up', ['asuivr', 'suivr', 'suivi', 'followup', 'opvolg', 'optevolg']],
  ['unassigned', ['nonassign', 'unassign', 'niettoe']],
  ['unread', ['nonlu', 'unread', 'ongelez']],
  ['sent', ['envoy', 'sent', 'verzond']],
  ['mine', ['amoi', 'moi', 'mine', 'vanmij', 'mij']],
  ['all', ['tout', 'all']],
]

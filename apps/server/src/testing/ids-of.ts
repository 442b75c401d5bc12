import type { exampleIds } from '../example-ids.ts'

/** Its own thing for each example id; several where one is not enough, such as a mail that came and one that left. */
export type IdsOf = Record<Exclude<keyof typeof exampleIds, 'commandId' | 'newId'>, string[]>

/** The first of each. */
export function firstOf(ids: IdsOf): Record<keyof IdsOf, string> {
  return variantsOf(ids)[0]!
}

/** One set of ids for each message: what can be done with one that came is not what can be done with one that left. */
export function variantsOf(ids: IdsOf): Record<keyof IdsOf, string>[] {
  const firsts = Object.fromEntries(Object.entries(ids).map(([name, [first]]) => [name, first!]))
  return ids.messageId.map((messageId) => ({ ...firsts, messageId }) as Record<keyof IdsOf, string>)
}

import { sql } from 'kysely'
import { inWorkspace, type Db, type Tx } from '@comptoir/db/db'
import { parseSearch } from '@comptoir/rules/parse-search'
import { plainWords } from '@comptoir/rules/plain-words'
import { slipsBetween } from '@comptoir/rules/slips-between'
import { learnWords } from './learn-words.ts'

/** What somebody may have meant, in the words of the business; null where every word is one, or none is near. */
export async function correctWords(db: Db, workspaceId: string, typed: string): Promise<string | null> {
  const { words } = parseSearch(typed, new Date().toISOString().slice(0, 10))
  const doubtful = words.filter((word) => plainWords(word).some((part) => /^[a-z]{4,24}$/.test(part)))
  if (doubtful.length === 0) return null
  // What was written since the last night counts too.
  await learnWords(db, workspaceId, 10)
  const meant = await inWorkspace(db, workspaceId, (tx) =>
    Promise.all(doubtful.map(async (word) => [word, await nearest(tx, word)] as const)),
  )
  const corrected = meant.reduce((text, [word, near]) => (near ? text.replace(word, () => near) : text), typed)
  return corrected === typed ? null : corrected
}

/** The word of the business that is nearest, and among those the one it uses most. */
async function nearest(tx: Tx, word: string): Promise<string | undefined> {
  const [plain = ''] = plainWords(word)
  const { rows } = await sql<{ word: string; n: number }>`select word, n from words_like(${plain}, 50)`.execute(tx)
  const mostSlips = plain.length < 6 ? 1 : 2
  return rows
    .map((row) => ({ ...row, slips: slipsBetween(plain, row.word) }))
    .filter(({ slips }) => slips > 0 && slips <= mostSlips)
    .sort((a, b) => a.slips - b.slips || b.n - a.n)[0]?.word
}

import { learnWords } from '../inbox/search/learn-words.ts'
import type { NightlyParts } from '../nightly-jobs.ts'

// A business with millions of messages learns theirs in a few nights.
const partsANight = 1000

/** Learns what the search corrects slips by. */
export async function learnSearchWords({ db }: Pick<NightlyParts, 'db'>, workspaceId: string): Promise<void> {
  await learnWords(db, workspaceId, partsANight)
}

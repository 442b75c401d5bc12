import type { OpenMailbox } from './fetching.ts'

export async function keepSentCopies(_: OpenMailbox): Promise<void> {}

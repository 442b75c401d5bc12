import type { StoredMail } from './prepare-mail.ts'

/** Mails that are filed together, and how often the first of them was tried. */
export interface Batch {
  mails: StoredMail[]
  tries: number
}

const mostMails = 25
const mostBytes = 4 * 1024 * 1024

/**
 * In their order, those that are tried for the first time together: one that fails, or kills the process, then comes
 * again alone and harms nobody else.
 */
export function makeBatches(ids: string[], stored: SizedMail[], tries: Map<string, number>): Batch[] {
  const byId = new Map(stored.map((mail) => [mail.id, mail]))
  const batches: (Batch & { bytes: number })[] = []
  for (const id of ids) {
    const mail = byId.get(id)
    if (!mail) continue
    const tried = tries.get(id) ?? 1
    const last = batches.at(-1)
    const fits = last && last.mails.length < mostMails && last.bytes + mail.sizeBytes <= mostBytes
    if (fits && tried === 1 && last.tries === 1) {
      last.mails.push(mail)
      last.bytes += mail.sizeBytes
    } else batches.push({ mails: [mail], tries: tried, bytes: mail.sizeBytes })
  }
  return batches
}

type SizedMail = StoredMail & { sizeBytes: number }

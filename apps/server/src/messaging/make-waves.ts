import type { MailToFile } from './file-stored-mails.ts'

/**
 * Mails that have nothing to do with each other may be filed at once; one that shares a person, a Message-ID or its
 * whole self with an earlier one comes after it.
 */
export function makeWaves(mails: MailToFile[]): MailToFile[][] {
  const waves: MailToFile[][] = []
  const lastWave = new Map<string, number>()
  for (const one of mails) {
    const keys = keysOf(one)
    const wave = Math.max(0, ...keys.map((key) => (lastWave.get(key) ?? -1) + 1))
    for (const key of keys) lastWave.set(key, wave)
    const others = waves[wave]
    if (others) others.push(one)
    else waves.push([one])
  }
  return waves
}

function keysOf({ mail }: MailToFile): string[] {
  if ('problem' in mail) return []
  const { from, mailId, references, tokens, identityHash, folderRole, source, recipients } = mail
  // What is ours is known by those it was sent to.
  const people = folderRole === 'sent' || source === 'import' ? recipients : []
  const named = [...(from ? [from.address] : []), ...people, ...references, ...tokens]
  return [identityHash.toString('hex'), ...(mailId ? [mailId] : []), ...named]
}

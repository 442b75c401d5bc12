import { makeId } from '@comptoir/rules/uuid'
import type { Staff } from '../identity/actor.ts'
import { changeOwnSignature } from '../messaging/signatures.ts'
import type { Live } from '../realtime/run-command.ts'
import { addTemplate } from '../templates/keep-template.ts'
import { useTemplate } from '../templates/use-template.ts'
import { savedReplies, signatures } from './saved-replies.ts'

/** Gives the team the texts it writes again and again, and what its mails end with. */
export async function furnishReplies(live: Live, team: Staff[]): Promise<void> {
  const [owner] = team
  for (const { uses, ...kept } of savedReplies) {
    const id = makeId()
    await addTemplate(live, owner!, { commandId: makeId(), id, ...kept, fileIds: [], whose: 'team' })
    for (let used = 0; used < uses; used++) await useTemplate(live, owner!, id, makeId())
  }
  for (const [i, html] of signatures.entries())
    if (html) await changeOwnSignature(live, team[i]!, { commandId: makeId(), html })
}

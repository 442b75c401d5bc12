import { readWorkspace, type Db } from '@comptoir/db/db'
import type { About, ForwardBegun } from '@comptoir/contract/forwarding'
import type { Staff } from '../../identity/actor.ts'
import { previewOf } from '../preview.ts'
import { filesOfOriginals, originalsOf, type Original } from './originals.ts'
import { subjectOfAnswer, subjectOfForward } from './subject-of-letter.ts'

/** What a letter to somebody outside begins with: nobody yet where something is passed on. */
export function beginForward(db: Db, staff: Staff, conversationId: string, about: About): Promise<ForwardBegun> {
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const originals = await originalsOf(tx, staff, conversationId, about)
    const { subject } = originals.at(-1)!
    const isAnswer = about.is === 'answer'
    return {
      subject: isAnswer ? subjectOfAnswer(subject) : subjectOfForward(subject, staff.locale),
      recipients: { to: isAnswer ? writersOf(originals) : [], cc: [], bcc: [] },
      files: isAnswer ? [] : filesOfOriginals(originals),
      originals: originals.map(({ authorName, at, bodyText }) => ({ authorName, at, text: previewOf(bodyText) })),
    }
  })
}

/** Where they want the answer. */
function writersOf(originals: Original[]) {
  const [{ addressees }] = originals as [Original]
  const of = (role: 'from' | 'reply-to') => addressees.filter((one) => one.role === role)
  const wanted = of('reply-to').length > 0 ? of('reply-to') : of('from')
  return wanted.map(({ address, name }) => ({ address, name }))
}

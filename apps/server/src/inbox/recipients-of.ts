import type { Addressee, Answers, Recipients } from '@comptoir/contract/addressees'
import { Refusal } from '../refusal.ts'
import { each } from './answers-to.ts'

/** To whom a message of ours goes: those its writer chose, or whoever wrote last; everybody once. */
export function recipientsOf(chosen: Recipients | undefined, answers: Answers, clientName: string): Recipients {
  const { to, cc, bcc } = each(chosen ?? answers.reply)
  if (to.length === 0) throw new Refusal('invalid', chosen ? 'errors.nobody_to' : 'errors.client_without_email')
  if (to.length + cc.length + bcc.length > mostRecipients) throw new Refusal('invalid', 'errors.too_many_recipients')
  const [first, ...others] = to
  return { to: [{ ...first!, name: first!.name || (chosen ? '' : clientName) }, ...others], cc, bcc }
}

/** The same as a message keeps them. */
export function addresseesOf({ to, cc, bcc }: Recipients): Addressee[] {
  return [
    ...to.map((one) => ({ role: 'to' as const, ...one })),
    ...cc.map((one) => ({ role: 'cc' as const, ...one })),
    ...bcc.map((one) => ({ role: 'bcc' as const, ...one })),
  ]
}

const mostRecipients = 50

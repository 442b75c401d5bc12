import type { ReceiveMail } from '../messaging/intake.ts'

/** Decides to which conversation a mail belongs, and says it there. */
export const receiveMail: ReceiveMail = async () => ({ outcome: 'to_sort', problem: 'errors.mail_unfiled' })

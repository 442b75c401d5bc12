import { fillSignature } from './fill-template.ts'
import { nameParts } from './name-parts.ts'
import { picturesIn } from './pictures-in.ts'

export interface Signing {
  /** What the mailbox it leaves by prescribes to everybody; empty: nothing. */
  prescribed: string
  /** Of whoever writes; empty: none. */
  own: string
  choice: 'with' | 'without'
  sender: { name: string; email: string }
  business: { name: string; phone: string }
}

/** What a mail ends with, as its reader sees it; null: nothing. What a mailbox prescribes is not left out. */
export function signatureOf({ prescribed, own, choice, sender, business }: Signing): string | null {
  const html = prescribed || (choice === 'with' ? own : '')
  const filled = fillSignature(html, {
    sender_name: sender.name,
    sender_first_name: nameParts(sender.name).first,
    sender_email: sender.email,
    business_name: business.name,
    business_phone: business.phone,
  })
  const hasWords = /[^\s<>](?![^<]*>)/.test(filled.replaceAll('&nbsp;', ''))
  return hasWords || picturesIn(filled).length > 0 ? filled : null
}

import type { ForwardBegun } from '@comptoir/contract/forwarding'
import { makeId } from '@comptoir/rules/uuid'
import { openTestReceiver } from '../../../messaging/testing/test-receiver.ts'
import { asPerson } from '../../../testing/as-person.ts'
import type { Person } from '../../../testing/people.ts'
import { openMailShop } from '../../testing/open-mail-shop.ts'
import { open } from '../../testing/open-shop.ts'

export const carrier = 'transport@livreur.example'
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Marc wrote a mail with a picture in it, one elsewhere, and a plan beside it. */
export async function openWithMail() {
  const shop = await openMailShop({})
  const receiver = await openTestReceiver(shop.test)
  const address = shop.mailbox.address
  await receiver.hand(mailOf(address), address)
  await shop.test.server.intake.idle()
  const inbox = await asPerson(shop.sophie).get<{ rows: { id: string; subject: string }[] }>('/inbox/conversations')
  const { id } = inbox.body.rows.find((row) => row.subject === 'La livraison')!
  const opened = await open(shop.sophie, id)
  const asked = opened.items.find((item) => item.is === 'message')!
  return { ...shop, receiver, address, id, asked, path: `/inbox/conversations/${id}/forwards` }
}

/** What stands in a letter before anything was written. */
export const begin = async (person: Person, path: string, query: string) =>
  (await asPerson(person).get<ForwardBegun>(`${path}?${query}`)).body

/** To the carrier. */
export function letter(about: object, given: object = {}) {
  return {
    commandId: makeId(),
    messageId: makeId(),
    about,
    subject: 'TR: La livraison',
    bodyHtml: '<p>Pouvez-vous passer lundi ?</p>',
    fileIds: [],
    recipients: { to: [{ address: carrier }], cc: [], bcc: [] },
    ...given,
  }
}

function mailOf(to: string) {
  return [
    'From: Marc Dubois <marc@exemple.example>',
    `To: ${to}`,
    'Subject: La livraison',
    'Message-ID: <question@marc.example>',
    'Date: Mon, 2 Mar 2026 10:00:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=a',
    '',
    '--a',
    'Content-Type: multipart/related; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Quand vient <b>la table</b> ? <img src="cid:photo"><img width="90" src="https://images.exemple.example/logo.png"></p>',
    '--b',
    'Content-Type: image/png; name=photo.png',
    'Content-ID: <photo>',
    'Content-Disposition: inline; filename=photo.png',
    'Content-Transfer-Encoding: base64',
    '',
    png,
    '--b--',
    '--a',
    'Content-Type: text/plain; name=plan.txt',
    'Content-Disposition: attachment; filename=plan.txt',
    '',
    'Le plan',
    '--a--',
    '',
  ].join('\r\n')
}

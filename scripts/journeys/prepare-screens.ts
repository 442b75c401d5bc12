import type { Installation } from '@comptoir/contract/identity'
import type { ListPage } from '@comptoir/contract/inbox'
import type { SandboxPage, ToSortPage } from '@comptoir/contract/messaging'
import { makeId } from '@comptoir/rules/uuid'
import { request } from 'playwright-core'
import { expect, vi } from 'vitest'
import { openMailProgram } from '../testing/mail-program.ts'
import type { RunningComptoir } from '../testing/running-comptoir.ts'

/** What the screens of the example business need to be worth looking at. */
export async function prepareScreens(comptoir: RunningComptoir) {
  const context = await request.newContext({ baseURL: comptoir.url })
  const get = async <T>(path: string) => (await (await context.get(path)).json()) as T
  const { exampleMembers } = await get<Installation>('/api/installation')
  const ownerId = exampleMembers.find((member) => member.role === 'owner')!.userId
  await context.post('/api/example/sign-in', { data: { userId: ownerId } })
  const here = '/api/w/maison-lambert'

  await writeAll(comptoir.mailPort)
  const guest = { commandId: makeId(), email: 'lea@exemple.example', role: 'member' }
  await context.post(`${here}/members/invitations`, { data: guest })
  const prepared = await vi.waitFor(async () => {
    const letter = (await get<SandboxPage>(`${here}/messaging/sandbox`)).mails[0]!
    const mail = (await get<ToSortPage>(`${here}/inbox/to-sort`)).mails[0]!
    const spam = (await get<ToSortPage>(`${here}/inbox/to-sort?bin=spam`)).mails[0]!
    const { rows } = await get<ListPage>(`${here}/inbox/conversations`)
    const invited = rows.find(({ clientName, lastSeq }) => clientName === 'Nadia Jacquemin' && lastSeq === 2)!
    const invitation = comptoir
      .printed()
      .join('\n')
      .match(/\/invitation\/\S+/)?.[0]
    const lettersOwn = rows.find(({ id }) => id === letter.conversationId)
    expect([letter, mail, spam, invited, invitation, lettersOwn]).not.toContain(undefined)
    return {
      conversationId: letter.conversationId,
      clientId: lettersOwn!.clientId,
      deliveryId: letter.deliveryId,
      mailId: mail.id,
      spamId: spam.id,
      invitedId: invited.id,
      invitation: invitation!,
    }
  }, 30_000)
  await context.dispose()
  return { ...prepared, ownerId }
}

/** A mail that cannot be filed by itself, one that nobody asked for, an invitation and what a machine answered. */
async function writeAll(port: number) {
  const to = 'maison-lambert@127.0.0.1'
  const copier = openMailProgram({ name: '', address: to }, port)
  await copier.write({ to, subject: 'Numérisation de la copieuse', text: 'Voir la pièce jointe.' })
  const spammer = openMailProgram({ name: 'Gros lots', address: 'lots@promo.example' }, port)
  await spammer.write({
    to,
    subject: 'Vous avez gagné',
    text: 'Cliquez ici.',
    headers: { 'X-Spam-Flag': 'YES' },
  })
  const nadia = openMailProgram({ name: 'Nadia Jacquemin', address: 'nadia@agence-meuse.example' }, port)
  const messageId = await nadia.write({
    to,
    subject: 'Réunion de chantier',
    text: 'Bonjour, voici l’invitation pour la réunion de chantier.',
    icalEvent: { method: 'REQUEST', content: invitation },
  })
  await nadia.write({
    to,
    subject: 'Réponse automatique : Réunion de chantier',
    text: 'Je suis absente jusqu’au 30 novembre.',
    inReplyTo: messageId,
    headers: { 'Auto-Submitted': 'auto-replied' },
  })
}

const invitation = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  'UID:chantier@agence-meuse.example',
  'DTSTAMP:20261116T090000Z',
  'DTSTART:20261203T083000Z',
  'DTEND:20261203T093000Z',
  'SUMMARY:Réunion de chantier',
  'LOCATION:12 quai de la Meuse\\, Sedan',
  'ORGANIZER;CN=Nadia Jacquemin:mailto:nadia@agence-meuse.example',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n')

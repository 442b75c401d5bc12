import { inWorkspace } from '@comptoir/db/db'
import type { OpenedConversation } from '@comptoir/contract/inbox'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { rawMail } from '../messaging/testing/test-receiver.ts'
import { asPerson } from '../testing/as-person.ts'
import { seed } from '../testing/people.ts'
import { inboxOf, messagesIn, openMailroom } from './testing/open-mailroom.ts'

test('a mail from somebody unknown becomes a client and a conversation, unread by the team', async () => {
  const { hugo, mail, address, inbox } = await openMailroom()
  await mail.receive({
    from: 'Marc Dubois <marc@exemple.example>',
    to: address,
    subject: 'Devis pour un vélo',
    text: 'Bonjour,\r\nCombien ?',
  })

  const [row, ...others] = await inbox()
  expect(others).toEqual([])
  expect(row).toMatchObject({
    clientName: 'Marc Dubois',
    subject: 'Devis pour un vélo',
    lastPreview: 'Bonjour, Combien ?',
    source: 'email',
  })
  const { body } = await asPerson(hugo).get<OpenedConversation>(`/inbox/conversations/${row!.id}`)
  expect(body.client.emails.map(({ value }) => value)).toEqual(['marc@exemple.example'])
  expect(body.unread).toBe(1)
  expect(body.items).toMatchObject([{ authorName: 'Marc Dubois', text: 'Bonjour,\nCombien ?', direction: 'in' }])
})

test('where a long line or a long name is cut in the middle of a smile, the mail is there all the same', async () => {
  const { sophie, mail, address, inbox } = await openMailroom()
  const name = `${'M'.repeat(119)}🙂`
  const said = `${'a'.repeat(138)}🙂🙂`
  await mail.receive({ from: `"${name}" <marc@exemple.example>`, to: address, text: said })
  const [row] = await inbox()
  expect(row).toMatchObject({ clientName: 'M'.repeat(119), lastPreview: `${'a'.repeat(138)}…` })
  const note = { commandId: makeId(), noteId: makeId(), body: said }
  const { status } = await asPerson(sophie).post(`/inbox/conversations/${row!.id}/notes`, note)
  expect(status).toBe(201)
})

test('the same mail handed over twice is said once', async () => {
  const { test, workspaceId, mail, address, inbox } = await openMailroom()
  const raw = rawMail({ to: address })
  await mail.hand(raw, address)
  await mail.hand(raw, address)
  await test.server.intake.idle()
  const stored = await inWorkspace(test.server.db, workspaceId, (tx) =>
    tx.selectFrom('incomingMail').select('id').execute(),
  )
  expect(stored).toHaveLength(1)
  expect(await inbox()).toHaveLength(1)
})

test('a second mail of the same client about something else opens a conversation of its own', async () => {
  const { mail, address, inbox } = await openMailroom()
  await mail.receive({ to: address, subject: 'Vélo' })
  await mail.receive({ to: address, subject: 'Facture' })
  const rows = await inbox()
  expect(rows.map((row) => row.subject)).toEqual(['Facture', 'Vélo'])
  expect(new Set(rows.map((row) => row.clientId)).size).toBe(1)
})

test('a family address is taken to be of whoever last wrote from it', async () => {
  const { test, workspaceId, mail, address, inbox } = await openMailroom()
  await inWorkspace(test.server.db, workspaceId, async (tx) => {
    for (const [name, lastUsedAt] of [
      ['Marc', '2026-01-01T00:00:00Z'],
      ['Léa', '2026-02-01T00:00:00Z'],
    ] as const) {
      const id = makeId()
      await tx.insertInto('client').values({ workspaceId, id, name }).execute()
      const point = {
        workspaceId,
        id: makeId(),
        clientId: id,
        kind: 'email',
        value: 'Famille@exemple.example',
        normalised: 'famille@exemple.example',
        lastUsedAt,
      } as const
      await tx.insertInto('contactPoint').values(point).execute()
    }
  })
  await mail.receive({ from: 'famille@exemple.example', to: address })
  expect(await inbox()).toMatchObject([{ clientName: 'Léa' }])
})

test('attachments come with the message, and pictures inside it stay inside', async () => {
  const { test, workspaceId, sophie, mail, address, inbox } = await openMailroom()
  const raw = [
    'From: Marc <marc@exemple.example>',
    `To: ${address}`,
    'Subject: Photos',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=outer',
    '',
    '--outer',
    'Content-Type: multipart/related; boundary=inner',
    '',
    '--inner',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Voici</p><img src="cid:photo@exemple"><img src="https://spy.example/p.gif" width="90"><script>alert(1)</script>',
    '--inner',
    'Content-Type: image/png; name=velo.png',
    'Content-ID: <photo@exemple>',
    'Content-Disposition: inline; filename=velo.png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '--inner--',
    '--outer',
    'Content-Type: application/pdf',
    'Content-Disposition: attachment',
    'Content-Transfer-Encoding: base64',
    '',
    'JVBERi0=',
    '--outer--',
    '',
  ].join('\r\n')
  await mail.hand(raw, address)
  await test.server.intake.idle()
  const [row] = await inbox()
  const [message] = await messagesIn(sophie, row!.id)
  expect(message).toMatchObject({ text: 'Voici', html: { is: 'mail', remoteImages: 1 } })
  expect(message!.attachments).toMatchObject([
    { name: 'velo.png', inline: true, contentId: 'photo@exemple', mediaType: 'image/png', sizeBytes: 8 },
    { name: '2.pdf', inline: false, mediaType: 'application/pdf', sizeBytes: 5 },
  ])
  const { bodyHtml } = await inWorkspace(test.server.db, workspaceId, (tx) =>
    tx.selectFrom('message').select('bodyHtml').executeTakeFirstOrThrow(),
  )
  expect(bodyHtml).toContain(`src="mail-image/${message!.attachments[0]!.id}"`)
  expect(bodyHtml).not.toMatch(/script| src="https/)
})

test('a mail to two mailboxes of different businesses is heard by both', async () => {
  const { test, mail, address, inbox } = await openMailroom()
  const other = await seed(test, { business: 'Chez Léa', people: { lea: 'owner' } })
  await mail.hand(rawMail({ to: address }), [address, other.mailbox.address])
  await test.server.intake.idle()
  expect(await inbox()).toHaveLength(1)
  expect(await inboxOf(other.people.lea)).toHaveLength(1)
})

test('mail for an address nobody has is refused at the door', async () => {
  const { mail } = await openMailroom()
  await expect(mail.hand(rawMail({ to: 'nobody@comptoir.test' }), 'nobody@comptoir.test')).rejects.toThrow(/550/)
})

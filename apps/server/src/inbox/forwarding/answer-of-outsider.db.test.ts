import { makeId } from '@comptoir/rules/uuid'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { asPerson } from '../../testing/as-person.ts'
import { open } from '../testing/open-shop.ts'
import { begin, letter, openWithMail } from './testing/open-with-mail.ts'

test('the answer of the carrier stands in the conversation as theirs; the next reply is for Marc, and names nothing of it', async () => {
  const { sophie, path, id, asked, delivery, sink, receiver, address } = await openWithMail()
  const sent = letter({ is: 'message', messageId: asked.id })
  await asPerson(sophie).post(path, sent)
  await delivery.idle()
  const forwarded = await PostalMime.parse(sink.mails[0]!.raw)
  const before = await open(sophie, id)
  await receiver.receive({
    // A colleague of theirs answers, whom nobody has written to.
    from: 'Léon <quai@livreur.example>',
    to: forwarded.replyTo?.[0]?.address ?? address,
    subject: 'RE: La livraison',
    text: 'Lundi à 9 h.',
    messageId: 'quai@livreur.example',
    references: ['question@marc.example', forwarded.messageId!.slice(1, -1)],
  })
  const after = await open(sophie, id)
  const theirs = after.items.at(-1)!
  expect(theirs).toMatchObject({
    is: 'message',
    direction: 'in',
    party: 'outsider',
    aboutId: sent.messageId,
    authorName: 'Léon',
  })
  expect(after.unread).toBe(before.unread + 1)
  expect(after.conversation.waitingSince).toBe(before.conversation.waitingSince)
  expect(after.answers).toEqual(before.answers)

  await asPerson(sophie).post(`/inbox/conversations/${id}/replies`, {
    commandId: makeId(),
    messageId: makeId(),
    bodyHtml: '<p>Ce sera lundi.</p>',
    baseSeq: 9,
  })
  const begun = await begin(sophie, path, `is=answer&messageId=${theirs.id}`)
  expect(begun).toMatchObject({
    subject: 'RE: La livraison',
    recipients: { to: [{ address: 'quai@livreur.example' }] },
    files: [],
  })
  await asPerson(sophie).post(
    path,
    letter({ is: 'answer', messageId: theirs.id }, { subject: begun.subject, recipients: begun.recipients }),
  )
  await delivery.idle()
  const mails = await Promise.all(sink.mails.map(({ raw }) => PostalMime.parse(raw)))
  const toMarc = mails.find(({ html }) => html?.includes('Ce sera lundi'))!
  expect(toMarc.to).toMatchObject([{ address: 'marc@exemple.example' }])
  expect(toMarc).toMatchObject({ inReplyTo: '<question@marc.example>', references: '<question@marc.example>' })
  const toLeon = mails.find(({ to }) => to?.[0]?.address === 'quai@livreur.example')!
  expect(toLeon).toMatchObject({ subject: 'RE: La livraison', inReplyTo: '<quai@livreur.example>' })
  expect(toLeon.references).toBe(`<question@marc.example> ${forwarded.messageId} <quai@livreur.example>`)
  expect(toLeon.html).not.toContain('la table')
})

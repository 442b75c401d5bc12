import type { FileView } from '@comptoir/contract/documents'
import type { RefusalBody } from '@comptoir/contract/refusal'
import type { TemplateView } from '@comptoir/contract/templates'
import { makeId } from '@comptoir/rules/uuid'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { openMailShop } from '../inbox/testing/open-mail-shop.ts'
import { open, openShop, reply } from '../inbox/testing/open-shop.ts'
import { connectTo } from '../messaging/testing/connect-sink.ts'
import { runNight } from '../nightly-jobs.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asOwner } from '../testing/as-owner.ts'
import { asPerson } from '../testing/as-person.ts'
import type { TestServer } from '../testing/open-test-server.ts'
import type { Person } from '../testing/people.ts'
import { smallestPng, uploadFile, uploadPicture } from '../testing/upload-file.ts'

const shown = (id: string) => `<p>Voici le plan.</p><p><img alt="Plan d’accès" data-picture="${id}" width="320" /></p>`

async function picture(person: Person) {
  return ((await (await uploadPicture(person)).json()) as FileView).id
}

async function refusalOf(answer: ReturnType<typeof uploadPicture>) {
  const response = await answer
  return { status: response.status, body: (await response.json()) as RefusalBody }
}

function keep(person: Person, given: object) {
  const asked = { commandId: makeId(), id: makeId(), name: 'Accès', category: '', whose: 'team', ...given }
  return asPerson(person).post<{ template: TemplateView }>('/templates', asked)
}

const sign = (person: Person, html: string) =>
  asPerson(person).put('/messaging/signatures/own', { commandId: makeId(), html })
const prescribe = (person: Person, mailboxId: string, html: string) =>
  asPerson(person).put(`/messaging/signatures/mailboxes/${mailboxId}`, { commandId: makeId(), html })

const night = ({ server }: TestServer) => runNight(server)
const older = (test: TestServer) => asOwner(test, `update file set created_at = now() - interval '3 days'`)
const filesLeft = async (test: TestServer) =>
  (await asOwner<{ id: string }>(test, 'select id from file')).map((f) => f.id)

test('the plan in Sophie’s text leaves inside the mail of Hugo, and stands in the timeline', async () => {
  const { sophie, hugo, sink, mailbox, delivery, conversation, test, looking } = await openMailShop()
  await connectTo(sink, sophie, mailbox.id)
  const plan = await picture(sophie)
  const { template } = (await keep(sophie, { bodyHtml: shown(plan) })).body
  expect(template).toMatchObject({ bodyHtml: shown(plan), files: [] })
  await expectLive(test, sophie, looking, () =>
    asPerson(hugo).post(`/inbox/conversations/${conversation.id}/replies`, reply({ bodyHtml: template.bodyHtml })),
  )
  await delivery.idle()
  const mail = await PostalMime.parse(sink.mails[0]!.raw)
  expect(mail.html).toContain(
    `<img alt="Plan d’accès" src="cid:${plan}" style="max-width:100%;height:auto" width="320" />`,
  )
  expect(mail.text).toContain('Plan d’accès')
  expect(mail.attachments).toMatchObject([{ contentId: `<${plan}>`, disposition: 'inline', mimeType: 'image/png' }])
  expect(Buffer.from(mail.attachments[0]!.content as ArrayBuffer)).toEqual(smallestPng)
  const { items } = await open(sophie, conversation.id)
  expect(items.at(-1)).toMatchObject({
    html: { is: 'own', html: shown(plan) },
    attachments: [{ id: plan, inline: true, contentId: plan }],
  })
})

test('a text of a picture alone is kept, and sent', async () => {
  const { sophie, lea, path } = await openShop()
  const plan = await picture(sophie)
  const bodyHtml = `<p><img alt="" data-picture="${plan}" /></p>`
  expect((await keep(sophie, { bodyHtml })).status).toBe(201)
  // Léa, a delegate, did not bring it; the text of the team did.
  expect((await asPerson(lea).post(`${path}/replies`, reply({ bodyHtml }))).status).toBe(201)
})

test('the logo a mailbox prescribes is in the mails of all who write from it', async () => {
  const { sophie, hugo, sink, mailbox, delivery, reply: answer } = await openMailShop()
  await connectTo(sink, sophie, mailbox.id)
  const logo = await picture(sophie)
  expect((await asPerson(hugo).get(`/files/${logo}`)).status).toBe(404)
  await prescribe(sophie, mailbox.id, `<p><img alt="Chez Marc" data-picture="${logo}" width="120" /></p>`)
  expect((await asPerson(hugo).get(`/files/${logo}`)).status).toBe(200)
  await answer('Cent euros', hugo)
  await delivery.idle()
  const mail = await PostalMime.parse(sink.mails[0]!.raw)
  expect(mail.html).toContain(`src="cid:${logo}"`)
  expect(mail.attachments).toMatchObject([{ contentId: `<${logo}>`, disposition: 'inline' }])
})

test('what is no picture is refused with a sentence, whatever it calls itself, and leaves nothing behind', async () => {
  const { test, sophie } = await openShop({ lives: 'test' })
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  for (const [body, type] of [
    [svg, 'image/svg+xml'],
    [svg, 'image/png'],
    ['', 'image/png'],
    ['GIF', 'image/gif'],
  ] as const)
    expect(await refusalOf(uploadPicture(sophie, body, type))).toBeRefused('invalid', 'errors.not_picture')
  const large = new Uint8Array(5 * 1024 * 1024 + 1)
  large.set(smallestPng)
  const refused = await refusalOf(uploadPicture(sophie, large))
  expect(refused).toBeRefused('too_large', 'errors.file_too_large')
  expect(refused.body.details).toEqual({ megabytes: 5 })
  expect(await filesLeft(test)).toEqual([])
})

test('only a picture of one’s own or of the team’s can stand in a text, and none from elsewhere', async () => {
  const { sophie, hugo, path } = await openShop()
  const [plan, text] = [await picture(sophie), await uploadFile(sophie, 'pas une image')]
  expect(await keep(sophie, { bodyHtml: shown(text) })).toBeRefused('invalid', 'errors.not_picture')
  expect(await sign(sophie, shown(text))).toBeRefused('invalid', 'errors.not_picture')
  await keep(sophie, { bodyHtml: shown(plan), whose: 'own' })
  expect(await keep(hugo, { bodyHtml: shown(plan) })).toBeRefused('not_found', 'errors.file_missing')
  expect(await sign(hugo, shown(plan))).toBeRefused('not_found', 'errors.file_missing')
  expect(await asPerson(hugo).post(`${path}/replies`, reply({ bodyHtml: shown(plan) }))).toBeRefused(
    'not_found',
    'errors.file_missing',
  )
  const foreign = '<p>Bonjour<img src="https://espion.example/a.png" onerror="x"><img data-picture="../x"></p>'
  expect((await keep(hugo, { bodyHtml: foreign })).body.template.bodyHtml).toBe('<p>Bonjour</p>')
})

test('what was taken back has its picture in its words again, and not among its files', async () => {
  const { sophie, hugo, path, conversation } = await openShop()
  await asPerson(sophie).put('/settings/workspace/undo-send', { commandId: makeId(), undoSeconds: 30 })
  const plan = await picture(hugo)
  const plain = await uploadFile(hugo, 'Le devis')
  const said = reply({ bodyHtml: shown(plan), fileIds: [plain] })
  await asPerson(hugo).post(`${path}/replies`, said)
  await asPerson(hugo).post(`/inbox/messages/${said.messageId}/take-back`, { commandId: makeId() })
  const { draft } = await open(hugo, conversation.id)
  expect(draft).toMatchObject({ bodyHtml: shown(plan), files: [{ id: plain }] })
})

test('a picture stays for as long as a text or a signature has it, and goes once none does', async () => {
  const { test, sophie, shop } = await openShop({ lives: 'test' })
  const [plan, logo, own] = await Promise.all([sophie, sophie, sophie, sophie].map(picture))
  const { template } = (await keep(sophie, { bodyHtml: shown(plan!) })).body
  await prescribe(sophie, shop.mailbox.id, shown(logo!))
  await sign(sophie, shown(own!))
  await older(test)
  await night(test)
  expect(new Set(await filesLeft(test))).toEqual(new Set([plan, logo, own]))
  const { id, version } = template
  const change = { commandId: makeId(), version, name: 'Accès', category: '', whose: 'team', bodyHtml: '<p>Rien</p>' }
  await asPerson(sophie).put(`/templates/${id}`, change)
  await sign(sophie, '')
  await night(test)
  expect(await filesLeft(test)).toEqual([logo])
  await prescribe(sophie, shop.mailbox.id, '')
  await night(test)
  expect(await filesLeft(test)).toEqual([])
})

test('a text that was removed can be brought back for a week; then it is gone, with the files nothing else holds', async () => {
  const { test, sophie, hugo, path } = await openShop({ lives: 'test' })
  const [plan, photo] = [await picture(sophie), await picture(sophie)]
  const plain = await uploadFile(sophie, 'Les tarifs')
  const { template } = (await keep(sophie, { bodyHtml: shown(plan), fileIds: [plain, photo] })).body
  const stays = (await keep(sophie, { bodyHtml: '<p>Bonjour</p>' })).body.template
  await asPerson(hugo).post(`${path}/replies`, reply({ bodyHtml: shown(plan) }))
  const draft = { kind: 'reply', bodyHtml: shown(photo), fileIds: [], baseSeq: 2, version: 0 }
  expect((await asPerson(sophie).put(`${path}/draft`, draft)).status).toBe(200)
  const remove = () => asPerson(sophie).post(`/templates/${template.id}/remove`, { commandId: makeId() })
  const restore = () => asPerson(sophie).post(`/templates/${template.id}/restore`, { commandId: makeId() })
  await remove()
  await older(test)
  await asOwner(test, `update template set removed_at = now() - interval '6 days' where removed_at is not null`)
  await night(test)
  expect((await restore()).status).toBe(200)
  await remove()
  await asOwner(test, `update template set removed_at = now() - interval '8 days' where removed_at is not null`)
  await night(test)
  expect(await restore()).toBeRefused('not_found', 'errors.template_missing')
  expect(await asOwner(test, 'select id from template')).toEqual([{ id: stays.id }])
  // One left with an answer, the other stands in what Sophie is writing.
  expect(new Set(await filesLeft(test))).toEqual(new Set([plan, photo]))
})

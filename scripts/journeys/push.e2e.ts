import type { Me } from '@comptoir/contract/identity'
import type { ListPage } from '@comptoir/contract/inbox'
import type { NoticesSlice, NoticeView } from '@comptoir/contract/notices'
import { makeId } from '@comptoir/rules/uuid'
import { beforeAll, expect, test } from 'vitest'
import { list, said } from './inbox.ts'
import { openExample } from './open-example.ts'
import { openPushService, pressShown, shownIn } from './push-service.ts'
import type { Seat } from './take-seat.ts'

const { joelle, vincent, phone } = await openExample({
  joelle: 'Joëlle Lambert',
  vincent: { name: 'Vincent Claes', serviceWorkers: 'allow', permissions: ['notifications'] },
  phone: { name: 'Vincent Claes', viewport: { width: 390, height: 844 } },
})
const api = '/api/w/maison-lambert/inbox'
const inbox = '/w/maison-lambert/inbox'
let push: Awaited<ReturnType<typeof openPushService>>

beforeAll(async () => {
  const { page } = vincent
  push = await openPushService(vincent)
  await page.goto('/w/maison-lambert/account')
  await page.getByText('Ce navigateur me prévient').click()
  await page.waitForFunction(async () => {
    const worker = await navigator.serviceWorker.getRegistration('/push/')
    return worker?.active?.state === 'activated'
  })
})

async function openList({ page }: Seat) {
  await page.goto(inbox)
  await list(page).getByRole('listitem').first().waitFor()
}

// A browser that is to forget everything has the worker, and no push service.
const isOrdinary = (problem: string) => problem.includes('does not support the Push API in incognito mode')

/** Joëlle names Vincent in this conversation of the list; answers what he is told. */
async function mention(place: number, words: string): Promise<NoticeView> {
  const { rows } = (await (await joelle.context.request.get(`${api}/conversations?view=open`)).json()) as ListPage
  const conversationId = rows[place]!.id
  const me = (await (await vincent.context.request.get('/api/me')).json()) as Me
  const answer = await joelle.context.request.post(`${api}/conversations/${conversationId}/notes`, {
    data: {
      commandId: makeId(),
      noteId: makeId(),
      body: `@Vincent Claes ${words}`,
      mentions: [{ startsAt: 0, length: '@Vincent Claes'.length, userId: me.userId }],
    },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  return (await notices()).find((one) => one.conversationId === conversationId && !one.seenAt)!
}

async function notices(): Promise<NoticeView[]> {
  return ((await (await vincent.context.request.get(`${api}/notices`)).json()) as NoticesSlice).notices
}

/** What the push service is given for it, under a title of its own. */
async function pushed({ id, conversationId, thingId, subject }: NoticeView, title: string) {
  const path = `${inbox}/c/${conversationId}#${thingId}`
  await push({ title, body: subject, path, tag: thingId, noticeId: id })
}

test('what Vincent is pushed is shown outside of the page, and leads the page he has open to the note', async () => {
  const { page } = vincent
  await openList(vincent)
  const notice = await mention(2, 'pouvez-vous rappeler ?')
  await pushed(notice, 'Joëlle Lambert vous mentionne')
  expect(await shownIn(page)).toEqual(['Joëlle Lambert vous mentionne'])
  await pressShown(vincent, 'Joëlle Lambert vous mentionne')
  const note = said(page, 'pouvez-vous rappeler ?')
  await note.waitFor()
  await expect.poll(() => note.evaluate((item) => item === document.activeElement)).toBe(true)
  await expect.poll(() => shownIn(page)).toEqual([])
  await expect.poll(async () => (await notices()).find(({ id }) => id === notice.id)?.seenAt).not.toBeNull()
})

test('what he saw on his phone is no longer shown at his desk, what he did not see still is', async () => {
  const { page } = vincent
  await openList(vincent)
  const first = await mention(3, 'et celui-ci ?')
  await pushed(first, 'Le premier')
  await pushed(await mention(4, 'et celui-là ?'), 'Le second')
  expect(await shownIn(page)).toEqual(['Le premier', 'Le second'])
  await phone.page.goto(`${inbox}/c/${first.conversationId}#${first.thingId}`)
  await said(phone.page, 'et celui-ci ?').waitFor()
  await expect.poll(() => shownIn(page)).toEqual(['Le second'])
  await openList(phone)
  await phone.page
    .getByRole('button', { name: /^Notifications/ })
    .filter({ visible: true })
    .click()
  await phone.page.getByRole('button', { name: 'Tout marquer comme vu' }).click()
  await expect.poll(() => shownIn(page)).toEqual([])
  const problems = [...joelle.problems, ...vincent.problems, ...phone.problems]
  expect(problems.filter((one) => !isOrdinary(one))).toEqual([])
})

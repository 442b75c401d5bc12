import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { OpenedConversation } from '@comptoir/contract/inbox'
import { openBusiness, type Business } from './open-business.ts'

const crowd = Array.from({ length: 40 }, (_, number) => `client${number}`)
let business: Business
beforeAll(async () => {
  business = await openBusiness({ clients: ['marc', ...crowd] })
})
beforeEach(({ onTestFailed }) => onTestFailed(() => console.log(business.logs())))
afterAll(() => business?.close())

test('mail that comes while Comptoir is down is kept by the sender’s server, and delivered once', async () => {
  const { sophie, address, comptoir, postfix } = business
  await comptoir.kill()
  await business.client('Marc').write({ to: address, subject: 'Panne', text: 'Vous êtes là ?' })
  await expect.poll(postfix.log, { timeout: 20_000 }).toMatch(/to=<bonjour@comptoir\.test>.*status=deferred/)
  await comptoir.start()
  await sophie.receives('Panne')
  await queueIsEmpty()
  expect(sophie.received('Panne')).toHaveLength(1)
})

test('Comptoir killed while forty clients write: each mail is there, once', async () => {
  const { comptoir, sophie } = business
  const [before, after] = [crowd.slice(0, 30), crowd.slice(30)]
  const writing = write(before, 'Tous ensemble')
  await sophie.receives('Tous ensemble')
  await comptoir.kill()
  await Promise.all([writing, write(after, 'Tous ensemble')])
  await comptoir.start()
  expect((await allReceived('Tous ensemble')).map(({ name }) => name).toSorted()).toEqual(crowd.toSorted())
})

test('Comptoir killed while forty answers leave: nobody gets one twice, and each that is called sent is there', async () => {
  const { comptoir, sophie, postfix } = business
  await write(crowd, 'Une question')
  const answers = await Promise.all(
    (await allReceived('Une question')).map(async ({ name, conversationId }) => {
      const messageId = await sophie.reply(conversationId, '<p>Bien sûr.</p>')
      return { name, conversationId, messageId }
    }),
  )
  await Promise.any(answers.map(({ messageId }) => sophie.shows(messageId, 'sent')))
  await comptoir.kill()
  await comptoir.start()
  const receipts = () => Promise.all(answers.map(receiptOf))
  // What the killed one had in hand is settled when its lease ends.
  await expect.poll(receipts, { timeout: 150_000, interval: 2000 }).not.toContain('queued')
  await queueIsEmpty()
  const states = await receipts()
  const delivered = await Promise.all(answers.map(async ({ name }) => (await postfix.mailsOf(name)).length))
  answers.forEach((_, index) => {
    expect(['sent', 'delivered', 'unknown']).toContain(states[index])
    expect(states[index] === 'unknown' ? [0, 1] : [1]).toContain(delivered[index])
  })
})

function write(names: string[], subject: string) {
  return Promise.all(names.map((name) => business.client(name).write({ to: business.address, subject, text: name })))
}

/** Every mail of the crowd with this subject, once all are there and no other can come. */
async function allReceived(subject: string) {
  const { sophie } = business
  await expect.poll(() => sophie.received(subject).length, { timeout: 60_000 }).toBeGreaterThanOrEqual(crowd.length)
  await queueIsEmpty()
  const received = sophie.received(subject)
  expect(received).toHaveLength(crowd.length)
  return received.map(({ conversation, message }) => ({ conversationId: conversation.id, name: message.text }))
}

async function receiptOf({ conversationId, messageId }: { conversationId: string; messageId: string }) {
  const { items } = await business.sophie.get<OpenedConversation>(`/inbox/conversations/${conversationId}`)
  return items.flatMap((item) => (item.is === 'message' && item.id === messageId ? [item.receipt?.state] : []))[0]
}

async function queueIsEmpty() {
  await expect.poll(business.postfix.waiting, { timeout: 20_000 }).toBe(0)
}

import { freePort } from '@comptoir/db/embedded/free-port'
import { expect, test } from 'vitest'
import { openMailReceiver } from './messaging/open-mail-receiver.ts'
import { asVisitor } from './testing/as-person.ts'
import { cutDatabase } from './testing/cut-database.ts'
import { openTestServer } from './testing/open-test-server.ts'

test('a server is ready without the receiver of mail, and says whether it listens', async () => {
  const { api, server } = await openTestServer()
  const ready = async () => (await asVisitor(api).get('/health/ready')).body
  const whole = { ready: true, database: true, tail: true, jobs: true }
  expect(await ready()).toEqual({ ...whole, mailIn: false })
  const receiver = await openMailReceiver({ ...server, config: { ...server.config, mailInPort: await freePort(0) } })
  server.receivesMail = receiver.listening
  expect(await ready()).toEqual({ ...whole, mailIn: true })
  await receiver.stop()
  expect(await ready()).toEqual({ ...whole, mailIn: false })
})

test('without its database a server is alive and not ready', async () => {
  const test = await openTestServer({ lives: 'test' })
  await cutDatabase(test)
  const visitor = asVisitor(test.api)
  expect(await visitor.get('/health/ready')).toMatchObject({ status: 503, body: { ready: false, database: false } })
  expect(await visitor.get('/health')).toMatchObject({ status: 200, body: { alive: true } })
})

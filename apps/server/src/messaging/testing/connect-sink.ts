import { makeId } from '@comptoir/rules/uuid'
import { expect, onTestFinished } from 'vitest'
import { asPerson } from '../../testing/as-person.ts'
import type { Person } from '../../testing/people.ts'
import { startSmtpSink, type SinkScript, type SmtpSink } from './smtp-sink.ts'

/** A mail server for one test. */
export async function openSink(script: SinkScript = {}): Promise<SmtpSink> {
  const sink = await startSmtpSink(script)
  onTestFinished(sink.close)
  return sink
}

/** Connects a mailbox to it as an admin would. */
export async function connectTo(sink: SmtpSink, admin: Person, mailboxId: string): Promise<void> {
  const smtp = { host: '127.0.0.1', port: sink.port, security: 'none', username: '' }
  const { body } = await asPerson(admin).post(`/messaging/mailboxes/${mailboxId}/connect`, {
    commandId: makeId(),
    smtp,
    imap: null,
  })
  expect(body).toMatchObject({ ok: true })
}

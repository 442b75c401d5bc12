import { createRoot } from 'solid-js'
import { Refused, Unreachable } from '@comptoir/wire/ask'
import { createEventHub } from '../../app/create-event-hub.ts'
import { deviceHere } from '../../app/testing/kept-here.ts'
import { createOutbox, type ToSend } from '../create-outbox.ts'
import type { OnItsWay } from '../on-its-way.ts'

export const reply: ToSend = {
  conversationId: 'c',
  kind: 'reply',
  bodyHtml: '<p>Bonjour</p>',
  text: 'Bonjour',
  mentions: [],
  files: [],
  recipients: { to: [{ address: 'nadia@example.com', name: '' }], cc: [], bcc: [] },
  signature: 'with',
  baseSeq: 1,
}

/** An outbox and a server that takes, refuses or never answers. */
export function openOutbox(device = deviceHere<OnItsWay>()) {
  const server = {
    state: 'there' as 'there' | 'away' | 'refuses' | 'has_it' | 'gone' | 'signed_out',
    asked: [] as string[],
    sent: [] as { id: string; commandId: string }[],
  }
  async function take(item: OnItsWay, commandId = item.commandId) {
    server.asked.push(commandId)
    if (server.state === 'away') throw new Unreachable()
    if (server.state === 'refuses') throw new Refused({ code: 'conflict', message: 'errors.newer_messages' })
    if (server.state === 'gone') throw new Refused({ code: 'not_found', message: 'errors.conversation_missing' })
    if (server.state === 'signed_out') throw new Refused({ code: 'not_signed_in', message: 'errors.not_signed_in' })
    if (server.state === 'has_it') throw new Refused({ code: 'conflict', message: 'errors.command_reused' })
    server.sent.push({ id: item.id, commandId })
  }
  const hub = createEventHub(0)
  const outbox = createRoot(() => createOutbox({ sendReply: take, addNote: take, act: take }, hub, device.tab()))
  return { outbox, hub, server, device }
}

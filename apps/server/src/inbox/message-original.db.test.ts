import type { MessageOriginal } from '@comptoir/contract/timeline'
import { expect, test } from 'vitest'
import { asPerson } from '../testing/as-person.ts'
import { messagesIn, openMailroom } from './testing/open-mailroom.ts'

async function openWith(text: string, headers: string[] = []) {
  const room = await openMailroom()
  const from = '=?utf-8?Q?L=C3=A9a?= <lea@exemple.example>'
  await room.mail.receive({ to: room.address, subject: 'Le plan', text, headers, from })
  const [row] = await room.inbox()
  const [message] = await messagesIn(room.hugo, row!.id)
  const original = (person = room.hugo) =>
    asPerson(person).get<MessageOriginal>(`/inbox/messages/${message!.id}/original`)
  return { ...room, original }
}

test('Hugo reads a mail as it came: who, when and whether it is true, and then every letter of it', async () => {
  const results = 'Authentication-Results: mx.exemple.example; dkim=pass header.d=exemple.example'
  const { original, lea } = await openWith('Voilà le plan.', [results])
  const { body } = await original()
  expect(body.headers.map(({ name, value }) => [name, value])).toEqual([
    ['from', 'Léa <lea@exemple.example>'],
    ['to', expect.any(String)],
    ['date', 'Mon, 2 Mar 2026 10:00:00 +0100'],
    ['subject', 'Le plan'],
    ['message-id', expect.stringContaining('@exemple.example>')],
    ['authentication-results', 'mx.exemple.example; dkim=pass header.d=exemple.example'],
  ])
  expect(body.text).toMatch(/^(?:Received|From|X-|Return)[\s\S]*Voilà le plan\.\s*$/)
  expect(body.shownBytes).toBe(body.sizeBytes)
  expect(await original(lea)).toBeRefused('not_found', 'errors.message_missing')
})

test('of a large one the beginning is shown, and it says how much that is', async () => {
  const { original } = await openWith('Un long courrier.\r\n'.repeat(30_000))
  const { body } = await original()
  expect(body.sizeBytes).toBeGreaterThan(500_000)
  expect(body.shownBytes).toBe(200_000)
  expect(body.text.length).toBeLessThanOrEqual(200_000)
})

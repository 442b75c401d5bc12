import type { ClientResponse } from 'hono/client'
import { expect, test } from 'vitest'
import { ask, Refused, Unreachable } from './ask.ts'

function answered(status: number, body: string) {
  return Promise.resolve(new Response(status === 204 ? null : body, { status }) as ClientResponse<{ name: string }>)
}

test('an answer is given as it is, an empty one as nothing', async () => {
  expect(await ask(answered(200, '{"name":"Léa"}'))).toEqual({ name: 'Léa' })
  expect(await ask(answered(204, ''))).toBeUndefined()
})

test('a refusal names what is wrong with each field', async () => {
  const body = { code: 'invalid', message: 'errors.invalid', details: { fields: { email: 'invalid.email' } } }
  const refused = await ask(answered(400, JSON.stringify(body))).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Refused)
  expect(refused).toMatchObject({ code: 'invalid', fields: { email: 'invalid.email' } })
})

test('the page of a proxy, and no answer at all, are a server that cannot be reached', async () => {
  await expect(ask(answered(502, '<h1>Bad gateway</h1>'))).rejects.toBeInstanceOf(Unreachable)
  await expect(ask(Promise.reject(new TypeError('Failed to fetch')))).rejects.toBeInstanceOf(Unreachable)
})

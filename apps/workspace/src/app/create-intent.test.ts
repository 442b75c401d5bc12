import { expect, test } from 'vitest'
import { createIntent } from './create-intent.ts'

test('asking again after no answer carries the same id, so that it is done once', async () => {
  const intend = createIntent()
  const ids: string[] = []
  const unanswered = (id: string) => {
    ids.push(id)
    return Promise.reject(new Error('no answer'))
  }
  await expect(intend('Léa', unanswered)).rejects.toThrow('no answer')
  await intend('Léa', async (id) => ids.push(id))
  await intend('Léa', async (id) => ids.push(id))
  expect(ids[1]).toBe(ids[0])
  expect(ids[2]).not.toBe(ids[0])
})

test('asking for something else is another command', async () => {
  const intend = createIntent()
  const ids: string[] = []
  const unanswered = (id: string) => {
    ids.push(id)
    return Promise.reject(new Error('no answer'))
  }
  await expect(intend('Léa', unanswered)).rejects.toThrow('no answer')
  await expect(intend('Nadia', unanswered)).rejects.toThrow('no answer')
  expect(ids[1]).not.toBe(ids[0])
})

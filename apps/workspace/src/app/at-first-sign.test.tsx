import { createRoot } from 'solid-js'
import { expect, test, vi } from 'vitest'
import { atFirstSign } from './at-first-sign.ts'

test('what the next act needs is fetched when a hand comes near, once', () => {
  const work = vi.fn<() => void>()
  const dispose = createRoot((dispose) => {
    atFirstSign(work)
    return dispose
  })
  expect(work).not.toHaveBeenCalled()
  dispatchEvent(new Event('pointermove'))
  dispatchEvent(new Event('keydown'))
  expect(work).toHaveBeenCalledOnce()
  dispose()
})

test('it is fetched without a hand once the page has rested', async () => {
  vi.useFakeTimers()
  const work = vi.fn<() => void>()
  const dispose = createRoot((dispose) => {
    atFirstSign(work)
    return dispose
  })
  await vi.advanceTimersByTimeAsync(10_000)
  dispatchEvent(new Event('keydown'))
  expect(work).toHaveBeenCalledOnce()
  dispose()
  vi.useRealTimers()
})

test('whoever has left the page fetches nothing more', () => {
  const work = vi.fn<() => void>()
  createRoot((dispose) => {
    atFirstSign(work)
    queueMicrotask(dispose)
  })
  return Promise.resolve().then(() => {
    dispatchEvent(new Event('keydown'))
    expect(work).not.toHaveBeenCalled()
  })
})

import { createRoot } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { createRowsInSight } from './create-rows-in-sight.ts'

afterEach(() => vi.unstubAllGlobals())

const rowHeight = 80
/** Ten rows of it are in sight. */
const boxHeight = 800

test('of a thousand rows those in sight are drawn and a few around them, and others as one scrolls', async () => {
  const { list, scrollTo } = await open(1000)
  expect(list.range()).toEqual({ first: 0, end: 12 })
  scrollTo(40_000)
  expect(list.range()).toEqual({ first: 498, end: 512 })
  // Half of a row is in sight at each end.
  scrollTo(40_040)
  expect(list.range()).toEqual({ first: 498, end: 513 })
  scrollTo(79_200)
  expect(list.range()).toEqual({ first: 988, end: 1000 })
})

test('a window that becomes lower draws fewer', async () => {
  const { list, resize } = await open(1000)
  resize(400)
  expect(list.range()).toEqual({ first: 0, end: 7 })
})

test('a row is brought into sight by as little as that takes', async () => {
  const { list, box } = await open(1000)
  list.show(5)
  expect(box.scrollTop, 'it is there').toBe(0)
  list.show(10)
  expect(box.scrollTop, 'the next one below').toBe(80)
  list.show(500)
  expect(box.scrollTop).toBe(501 * rowHeight - boxHeight)
  list.show(20)
  expect(box.scrollTop, 'from below, it is the first').toBe(20 * rowHeight)
})

/** A list of so many rows, in a box that is as high as it is told. */
async function open(count: number) {
  const box = document.createElement('div')
  Object.defineProperty(box, 'clientHeight', { value: boxHeight })
  let resize!: (height: number) => void
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(tell: (entries: { contentRect: { height: number } }[]) => void) {
        resize = (height) => tell([{ contentRect: { height } }])
      }
      observe() {}
      disconnect() {}
    },
  )
  const list = createRoot(() => createRowsInSight({ box: () => box, count: () => count, rowHeight, beyond: () => 2 }))
  await Promise.resolve()
  resize(boxHeight)
  const scrollTo = (top: number) => {
    box.scrollTop = top
    list.onScroll()
  }
  return { list, box, resize, scrollTo }
}

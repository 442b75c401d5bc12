import { afterEach, expect, test, vi } from 'vitest'
import { followViewport } from './follow-viewport.ts'

afterEach(() => vi.restoreAllMocks())

test('a keyboard that lies over the page makes it as high as what is left, until it goes', () => {
  vi.spyOn(window, 'scrollTo').mockReturnValue()
  const view = Object.assign(new EventTarget(), { scale: 1, height: innerHeight })
  const stop = followViewport(view)
  become(view, innerHeight - 320)
  expect(heightOfPage()).toBe(`${innerHeight - 320}px`)
  become(view, innerHeight - 50)
  expect(heightOfPage()).toBe('')
  stop()
  become(view, innerHeight - 320)
  expect(heightOfPage()).toBe('')
})

test('whoever zooms in to read keeps the page as it is', () => {
  const view = Object.assign(new EventTarget(), { scale: 2, height: innerHeight })
  const stop = followViewport(view)
  become(view, innerHeight / 2)
  expect(heightOfPage()).toBe('')
  stop()
})

function become(view: EventTarget & { height: number }, height: number) {
  view.height = height
  view.dispatchEvent(new Event('resize'))
}

function heightOfPage() {
  return document.documentElement.style.getPropertyValue('--app-height')
}

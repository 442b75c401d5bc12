import { configure } from '@solidjs/testing-library'
import { afterAll, beforeEach, vi } from 'vitest'

// A busy machine is no reason to fail.
configure({ asyncUtilTimeout: 10_000 })

// jsdom measures nothing.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}

// Each test is another person's tab, in another browser.
beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
})

// What a test opened may still be on its way when the test is over: it must not come when its page is gone.
afterAll(() => vi.dynamicImportSettled())

import { configure } from '@solidjs/testing-library'
import { beforeEach } from 'vitest'

// A busy machine is no reason to fail.
configure({ asyncUtilTimeout: 10_000 })

// jsdom measures nothing.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}

// Each test is another person's tab.
beforeEach(() => sessionStorage.clear())

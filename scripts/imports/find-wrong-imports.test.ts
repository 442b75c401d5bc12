import { expect, test } from 'vitest'
import { findWrongImports } from './find-wrong-imports.ts'

test('the server may not import the app of the staff', () => {
  expect(findWrongImports('apps/server/src/main.ts', "import { App } from '@comptoir/workspace/App'")).toEqual([
    'apps/server/src/main.ts imports @comptoir/workspace/App: apps/server may not import apps/workspace.',
  ])
})

test('a relative path does not get around the order', () => {
  const source = "import {\n  serve,\n  stop,\n} from '../../../apps/server/src/main.ts'"
  expect(findWrongImports('packages/ui/src/Button.tsx', source)).toHaveLength(1)
})

test('the wire takes from the server its types, and nothing that runs', () => {
  expect(findWrongImports('packages/wire/src/api.ts', "import type { Api } from '@comptoir/server/api'")).toEqual([])
  expect(findWrongImports('packages/wire/src/api.ts', "import { api } from '@comptoir/server/api'")).toEqual([
    'packages/wire/src/api.ts imports @comptoir/server/api: packages/wire may import types of apps/server only.',
  ])
})

test('a noun of the server may use those before it, and not those after it', () => {
  expect(findWrongImports('apps/server/src/inbox/routes.ts', "import { x } from '../clients/x.ts'")).toEqual([])
  expect(findWrongImports('apps/server/src/clients/routes.ts', "await import('../inbox/x.ts')")).toEqual([
    'apps/server/src/clients/routes.ts imports ../inbox/x.ts: clients comes before inbox.',
  ])
})

test('the contract needs valibot and nothing else of npm', () => {
  expect(findWrongImports('packages/contract/src/a.ts', "import * as v from 'valibot'")).toEqual([])
  expect(findWrongImports('packages/contract/src/a.ts', "import { Hono } from 'hono'")).toHaveLength(1)
})

test('a test may import what it tests with', () => {
  expect(findWrongImports('packages/wire/src/a.test.ts', "import { api } from '@comptoir/server/api'")).toEqual([])
})

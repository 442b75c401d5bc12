import { availableParallelism } from 'node:os'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

const database = './scripts/testing/database-setup.ts'
const browser = './scripts/testing/browser-setup.ts'
const exclude = ['**/node_modules/**', '**/dist/**', '**/data/**']

// A busy machine is no reason to fail.
const patient = { poll: { timeout: 10_000 } }

// Tests wait for mail to leave; those of taking it back ask for the time they need.
process.env['UNDO_SEND_SECONDS'] ??= '0'

// The end of a test file's name says what it needs.
export default defineConfig({
  test: {
    // Vitest would take one worker on two cores.
    maxWorkers: Math.max(2, Math.min(4, availableParallelism())),
    passWithNoTests: true,
    reporters: ['default', './scripts/testing/reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...exclude, '**/*.db.test.ts'],
          expect: patient,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude,
          expect: patient,
          globalSetup: [database],
          // Files run one after another in a worker, so that its servers go from one to the next.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [solid()],
        resolve: { conditions: ['development', 'browser'] },
        test: {
          name: 'ui',
          include: ['**/*.test.tsx'],
          exclude,
          expect: patient,
          environment: 'jsdom',
          setupFiles: ['./scripts/testing/ui-setup.ts'],
          // To make a page for each file would take longer than the tests.
          isolate: false,
          testTimeout: 20_000,
          // It is published as JSX, which only the plugin reads.
          server: { deps: { inline: [/@solidjs[\\/]router/] } },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['**/*.e2e.ts'],
          exclude,
          expect: patient,
          globalSetup: [database, browser],
          // To load what drives the browser for each file would take a second of each.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'long',
          include: ['**/*.long.ts'],
          exclude,
          expect: patient,
          globalSetup: [database, browser],
          testTimeout: 1_800_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'servers',
          include: ['**/*.servers.ts'],
          exclude,
          expect: patient,
          globalSetup: [database, browser],
          testTimeout: 300_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})

/** What each part may import of ours; `types` may be imported as types only. Tests may import anything. */
export const allowed: Record<string, { code: string[]; types: string[] }> = {
  'packages/contract': { code: [], types: [] },
  'packages/messages': { code: [], types: [] },
  'packages/ui': { code: [], types: [] },
  'packages/rules': { code: [], types: ['packages/contract'] },
  'packages/wire': { code: ['packages/contract'], types: ['apps/server'] },
  db: { code: [], types: [] },
  'apps/server': { code: ['packages/contract', 'packages/rules', 'packages/messages', 'db'], types: [] },
  'apps/workspace': {
    code: ['packages/contract', 'packages/rules', 'packages/messages', 'packages/wire', 'packages/ui'],
    types: [],
  },
  scripts: { code: ['db', 'apps/server', 'packages/contract', 'packages/rules', 'packages/wire'], types: [] },
}

/** What a package may import from npm, where that is part of what it is for. */
export const onlyFromNpm: Record<string, string[]> = {
  'packages/contract': ['valibot'],
  'packages/rules': [],
  'packages/messages': [],
}

/** The nouns of the server, lowest first: each imports only those before it, so no cycle can form. */
export const serverNouns = [
  'identity',
  'realtime',
  'members',
  'settings',
  'clients',
  'documents',
  'messaging',
  'templates',
  'inbox',
  'forms',
  'agenda',
  'billing',
  'campaigns',
  'portal',
  'dashboard',
  'backup',
]

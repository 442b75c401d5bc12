import { catalogue as dutch } from '@comptoir/messages/nl'
import { pages as dutchPages } from '@comptoir/messages/nl-pages'
import { translator } from '@comptoir/messages/translate'
import { expect, test } from 'vitest'
import { actions, type Action } from './actions.ts'
import { keyCaps } from './name-of-keys.ts'

const all = Object.entries<Action>(actions)
// Never there at the same time: by the state of a conversation, by what is open.
const apart = [
  ['archive', 'reopen', 'restore'],
  ['choose-none', 'close-conversation', 'leave-text'],
]

// Each on a page of its own.
const ofPages = ['shell.settings', 'shell.post_office']

test('no two actions want the same keys at once', () => {
  const byKeys = Map.groupBy(
    all.filter(([, { keys, group }]) => keys && !ofPages.includes(group)),
    ([, { keys }]) => keys!,
  )
  const shared = [...byKeys.values()].map((those) => those.map(([id]) => id)).filter((ids) => ids.length > 1)
  expect(new Set(shared.map(String))).toEqual(new Set(apart.map(String)))
})

test('no key begins the keys of another, or the first would hide the second', () => {
  const keys = all.flatMap(([, one]) => one.keys ?? [])
  expect(keys.filter((one) => keys.some((other) => other.startsWith(`${one} `)))).toEqual([])
})

test('everything one can do is called something in every language', () => {
  const say = translator<string>({ ...dutch, ...dutchPages }, 'nl')
  expect(all.filter(([, { label, group }]) => say(label) === label || say(group) === group)).toEqual([])
})

test('keys are written as they stand on a keyboard', () => {
  const named = { shift: 'Maj', enter: 'Entrée', escape: 'Échap' }
  expect(keyCaps('g i', named)).toEqual(['G', 'I'])
  expect(keyCaps('Ctrl+Shift+Enter', named)).toEqual(['Ctrl', 'Maj', 'Entrée'])
})

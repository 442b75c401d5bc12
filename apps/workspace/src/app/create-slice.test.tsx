import { cleanup, render } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import type { StaffEvent } from '@comptoir/contract/events'
import { createSlice } from './create-slice.ts'
import { createWorkspace, type OpenWorkspace } from './create-workspace.ts'
import { WorkspaceContext } from './workspace-context.ts'

afterEach(cleanup)

interface Names {
  seq: number
  names: string[]
}

const counts = { seq: 0, views: {}, toSort: 0, spam: 0, notices: 0 }
const workspace = {
  workspaceId: 'w',
  slug: 'chez-marc',
  name: 'Chez Marc',
  locale: 'fr',
  timeZone: 'Europe/Brussels',
  currency: 'EUR',
  phone: '',
  openingPicture: 'off',
  undoSeconds: 0,
  openingHours: null,
  example: false,
} as const

function joined(seq: number, name: string): StaffEvent {
  const member = { userId: name, name, email: '', role: 'member', state: 'active', since: '' } as const
  return { workspaceId: 'w', seq, name: 'identity.member_joined', data: { member }, actorId: null, at: '' }
}

function apply(state: Names, event: StaffEvent): Names {
  if (event.seq <= state.seq || event.name !== 'identity.member_joined') return state
  return { seq: event.seq, names: [...state.names, event.data.member.name] }
}

function open() {
  const asked: ((names: Names) => void)[] = []
  let here: OpenWorkspace | undefined
  const Page = () => {
    const fetched = createSlice(
      () => 'names',
      () => new Promise<Names>((answer) => asked.push(answer)),
      apply,
    )
    return <p>{fetched.value()?.names.join(' ')}</p>
  }
  const page = render(() => {
    const me = { userId: 'marc', name: 'Marc', email: '' }
    here = createWorkspace('chez-marc', () => me, { slice: { seq: 0, workspace, staff: [], viewing: null }, counts })
    return (
      <WorkspaceContext.Provider value={here}>
        <Page />
      </WorkspaceContext.Provider>
    )
  })
  return { here: here!, asked, text: () => page.container.textContent }
}

test('what happens while the list is being fetched is in it, once', async () => {
  const { here, asked, text } = open()
  here.events.tell(joined(4, 'Léa'))
  here.events.tell(joined(5, 'Nadia'))
  asked[0]?.({ seq: 4, names: ['Marc', 'Léa'] })
  await Promise.resolve()
  await expect.poll(text).toBe('Marc Léa Nadia')
  here.events.tell(joined(5, 'Nadia'))
  here.events.tell(joined(6, 'Bart'))
  expect(text()).toBe('Marc Léa Nadia Bart')
})

test('after a resync the list is fetched again, and stays on the screen meanwhile', async () => {
  const { here, asked, text } = open()
  asked[0]?.({ seq: 4, names: ['Marc'] })
  await expect.poll(text).toBe('Marc')
  here.events.resync(90)
  expect(text()).toBe('Marc')
  asked[1]?.({ seq: 90, names: ['Marc', 'Zoé'] })
  await expect.poll(text).toBe('Marc Zoé')
})

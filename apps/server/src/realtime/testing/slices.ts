import type { ClientSetupSlice, TagsSlice } from '@comptoir/contract/client-fields'
import type { ClientSlice } from '@comptoir/contract/clients'
import type { Filter, SavedViewsSlice } from '@comptoir/contract/filters'
import type { FormSlice } from '@comptoir/contract/forms'
import type { MembersSlice } from '@comptoir/contract/identity'
import type { MailboxesSlice } from '@comptoir/contract/mailboxes'
import { bin, type BlockedSenders, type ToSortPage } from '@comptoir/contract/messaging'
import type { NoticeSettingsSlice } from '@comptoir/contract/notices'
import type { WorkspaceSlice } from '@comptoir/contract/settings'
import type { SigningKeys } from '@comptoir/contract/signing'
import type { TemplatesSlice } from '@comptoir/contract/templates'
import { builtInViews, type View } from '@comptoir/contract/views'
import { applyToClient, clientFrom, type ClientState } from '@comptoir/wire/apply/clients'
import { applyToClientFiles, type ClientFilesState } from '@comptoir/wire/apply/client-files'
import { applyToSetup, applyToTags } from '@comptoir/wire/apply/client-setup'
import { applyToForm } from '@comptoir/wire/apply/forms'
import { applyToMembers } from '@comptoir/wire/apply/identity'
import {
  applyToBlockedSenders,
  applyToMailboxes,
  applyToSigningKeys,
  applyToSort,
} from '@comptoir/wire/apply/messaging'
import { applyToNotices, applyToNoticeSettings, type NoticesState } from '@comptoir/wire/apply/notices'
import { applyToSavedViews } from '@comptoir/wire/apply/saved-views'
import { applyToLetters, type LettersState } from '@comptoir/wire/apply/letters'
import { applyToReminders, type RemindersState } from '@comptoir/wire/apply/reminders'
import { applyToWorkspace } from '@comptoir/wire/apply/settings'
import type { SignaturesSlice } from '@comptoir/contract/signatures'
import { applyToSignatures } from '@comptoir/wire/apply/signatures'
import { applyToTemplates } from '@comptoir/wire/apply/templates'
import { asPerson } from '../../testing/as-person.ts'
import type { Person } from '../../testing/people.ts'
import { conversationsOfClientSlice, listSlice, openedSlice } from './inbox-slices.ts'
import { bodyOrNull, type Slice } from './slice.ts'

/** What a screen has open besides the lists. */
export interface Looking {
  conversationId?: string
  clientId?: string
  /** Views that are narrowed. */
  narrowed?: { view: View; filter: Filter }[]
}

/** Every slice the screens of a person hold. */
export function slicesOf(person: Person, looking: Looking): Slice<never>[] {
  const { conversationId, clientId, narrowed = [] } = looking
  return [
    ...builtInViews.map((one) => listSlice(person, one)),
    listSlice(person, `member:${person.userId}`),
    listSlice(person, 'source:email'),
    ...narrowed.map((one) => listSlice(person, one.view, one.filter)),
    plainSlice<SavedViewsSlice>(person, '/inbox/saved-views', applyToSavedViews, ({ views }) => views),
    plainSlice<SignaturesSlice>(person, '/messaging/signatures', applyToSignatures, ({ own, prescribed }) => [
      own,
      prescribed,
    ]),
    plainSlice<TemplatesSlice>(person, '/templates', applyToTemplates, ({ templates }) => byId(templates)),
    plainSlice<LettersState>(
      person,
      '/inbox/letters',
      (state, event) => {
        const after = applyToLetters(state, event, person)
        return after.stale ? 'stale' : after
      },
      ({ letters }) => letters,
    ),
    ...(conversationId ? [openedSlice(person, conversationId)] : []),
    ...(clientId
      ? [
          clientSlice(person, clientId),
          conversationsOfClientSlice(person, clientId),
          plainSlice<ClientFilesState>(
            person,
            `/inbox/clients/${clientId}/files`,
            (state, event) => {
              const after = applyToClientFiles(state, event)
              return after.stale ? 'stale' : after
            },
            ({ files }) => files,
          ),
        ]
      : []),
    plainSlice<ClientSetupSlice>(person, '/clients/setup', applyToSetup, (s) => [s.fields, s.categories]),
    plainSlice<TagsSlice>(person, '/clients/tags', applyToTags, ({ tags }) => tags),
    plainSlice<WorkspaceSlice>(person, '/settings', applyToWorkspace, ({ workspace, staff }) => [
      workspace,
      asSet(staff),
    ]),
    plainSlice<MembersSlice>(person, '/members', applyToMembers, (s) => [asSet(s.members), asSet(s.invitations)]),
    plainSlice<MailboxesSlice>(person, '/messaging/mailboxes', applyToMailboxes, ({ mailboxes }) => byId(mailboxes)),
    plainSlice<RemindersState>(
      person,
      '/inbox/reminders',
      (state, event) => {
        const after = applyToReminders(state, event, person)
        return after.stale ? 'stale' : after
      },
      ({ reminders }) => reminders,
    ),
    ...bin.options.map((one) =>
      plainSlice<ToSortPage>(person, `/inbox/to-sort?bin=${one}`, applyToSort, ({ mails }) => mails),
    ),
    plainSlice<BlockedSenders>(person, '/messaging/blocked-senders', applyToBlockedSenders, ({ senders }) => senders),
    plainSlice<SigningKeys>(person, '/messaging/dkim', applyToSigningKeys, ({ keys }) => keys),
    plainSlice<NoticeSettingsSlice>(person, '/inbox/notices/settings', applyToNoticeSettings, (s) => s.settings),
    plainSlice<NoticesState>(
      person,
      '/inbox/notices',
      (state, event) => {
        const after = applyToNotices(state, event)
        return after.stale ? 'stale' : after
      },
      ({ notices }) => notices,
    ),
    plainSlice<FormSlice>(person, '/forms', applyToForm, ({ form }) => form),
  ] as Slice<never>[]
}

function clientSlice(person: Person, clientId: string): Slice<ClientState> {
  return {
    name: 'the client',
    async read() {
      const client = bodyOrNull(await asPerson(person).get<ClientSlice>(`/clients/${clientId}`))
      return client && clientFrom(client)
    },
    apply(state, event) {
      const after = applyToClient(state, event)
      return after.stale ? 'stale' : after
    },
    pair: (held, fresh) => [held.client, fresh.client],
  }
}

function plainSlice<State>(
  person: Person,
  path: string,
  apply: Slice<State>['apply'],
  shown: (state: State) => unknown,
): Slice<State> {
  return {
    name: path,
    read: async () => bodyOrNull(await asPerson(person).get<State>(path)),
    apply,
    pair: (held, fresh) => [shown(held), shown(fresh)],
  }
}

function byId(things: { id: string }[]) {
  return things.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function asSet(things: object[]) {
  return things.map((thing) => JSON.stringify(sortedByName(thing))).sort()
}

/** The log keeps its facts in an order of its own, within them too. */
function sortedByName(thing: object): object {
  return Object.fromEntries(
    Object.entries(thing)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, isPlain(value) ? sortedByName(value) : value]),
  )
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

import { useNavigate } from '@solidjs/router'
import { undoLast, lastUndo } from '@comptoir/ui/show-toast.ts'
import type { View } from '@comptoir/contract/views'
import { createEffect, mapArray } from 'solid-js'
import { registerActions, registerCommand } from './commands.ts'
import type { Overlays } from './create-overlays.ts'
import { useLanguage } from './create-language.ts'
import { openNew } from './NewMenu.tsx'
import { useMemberActs } from './member-acts.ts'
import { places } from './places.ts'
import { useTheme } from './theme-context.ts'
import { mayViewAs, useViewAs } from './view-as.ts'
import { useWorkspace } from './workspace-context.ts'

/** What can be done from everywhere in a business. */
export function registerShellCommands(overlays: Overlays) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const navigate = useNavigate()
  const theme = useTheme()
  const acts = useMemberActs()
  const viewAs = useViewAs()
  const go = (to: string) => () => navigate(`/w/${workspace.slug}/${to}`)
  const view = (name: View) => go(`inbox/${name}`)

  for (const { id, open } of places)
    registerActions({ [`go-${id}` as const]: { run: go(id), when: () => open(workspace) } })
  registerActions({
    'go-unread': view('unread'),
    'go-to-answer': view('to-answer'),
    'go-follow-up': view('follow-up'),
    'go-mine': view('mine'),
    'go-unassigned': view('unassigned'),
    'go-sent': view('sent'),
    'go-all': view('all'),
    'go-archived': view('archived'),
    'go-deleted': view('deleted'),
    reminders: go('reminders'),
    account: go('account'),
    notices: () => overlays.show('notices'),
    undo: { run: undoLast, when: () => lastUndo() !== undefined },
    new: openNew,
    'new-client': () => overlays.show('new-client'),
    'start-conversation': () => overlays.writeTo(),
    palette: () => overlays.show('palette'),
    keys: () => overlays.show('keys'),
    theme: {
      run: () => theme.choose(theme.shown() === 'dark' ? 'light' : 'dark'),
      label: () => t(theme.shown() === 'dark' ? 'shell.to_light' : 'shell.to_dark'),
    },
    'sign-out': () => void acts.signOut(),
    'leave-viewing': { run: () => void viewAs.end(), when: () => workspace.viewing !== null },
  })
  const others = mapArray(
    () => Object.keys(workspace.members),
    (userId) =>
      registerCommand({
        id: `view-as-${userId}`,
        label: () => t('viewing.begin', { name: workspace.memberName(userId) }),
        group: () => t('shell.general'),
        when: () => mayViewAs(workspace, userId),
        run: () => void viewAs.begin(userId),
      }),
  )
  createEffect(others)
}

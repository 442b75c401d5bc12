import Archive from 'lucide-solid/icons/archive'
import ArchiveRestore from 'lucide-solid/icons/archive-restore'
import Mail from 'lucide-solid/icons/mail'
import MailOpen from 'lucide-solid/icons/mail-open'
import Merge from 'lucide-solid/icons/merge'
import Trash from 'lucide-solid/icons/trash'
import Undo2 from 'lucide-solid/icons/undo-2'
import UserPlus from 'lucide-solid/icons/user-plus'
import X from 'lucide-solid/icons/x'
import { Show } from 'solid-js'
import type { BulkAct } from '@comptoir/contract/bulk'
import { Button } from '@comptoir/ui/Button'
import { Checkbox } from '@comptoir/ui/Checkbox'
import { IconButton } from '@comptoir/ui/IconButton'
import { Menu } from '@comptoir/ui/Menu'
import { useLanguage } from '../app/create-language.ts'
import { useKeysOf } from '../app/use-key-caps.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useInbox } from './inbox-context.ts'
import { TagMany } from './TagMany.tsx'
import { RemindChosen } from './reminders/RemindChosen.tsx'
import { useAssignees } from './staff-by-name.ts'
import { useViewName } from './views.ts'
import './SelectionBar.css'

/** How many are chosen, and what can be done to all of them. It stands where the title of the list was. */
export default function SelectionBar(props: { loaded: number; hasMore: boolean }) {
  const { t, format } = useLanguage()
  const assignees = useAssignees()
  const keysOf = useKeysOf()
  const workspace = useWorkspace()
  const inbox = useInbox()
  const { selection } = inbox
  const nameOf = useViewName(workspace)
  const isIn = (...views: string[]) => views.includes(inbox.view())
  const act = (what: BulkAct) => inbox.actOnSelection(what)
  const people = () => [
    ...assignees().map(({ userId, label }) => ({
      label,
      onSelect: () => inbox.assign('chosen', userId),
    })),
    'separator' as const,
    { label: t('inbox.acts.unassigned'), onSelect: () => act({ is: 'assign', assigneeId: null }) },
    'separator' as const,
    { label: t('confide.with_note'), onSelect: () => inbox.confide('chosen') },
  ]
  return (
    <div class="selection-bar" role="toolbar" aria-label={t('bulk.label')}>
      <h1 class="visually-hidden">{inbox.savedView()?.name ?? nameOf(inbox.view())}</h1>
      <div class="selection-bar-acts">
        <Checkbox
          label={t('bulk.all_loaded')}
          labelShown="aloud"
          checked={selection.isWhole() || selection.size() >= props.loaded ? true : 'mixed'}
          onChange={(checked) => (checked ? selection.loaded() : selection.clear())}
        />
        <span class="selection-bar-size" role="status">
          {t('bulk.chosen', { n: selection.size() })}
        </span>
        <Show
          when={!isIn('deleted')}
          fallback={
            <IconButton
              size="sm"
              label={t('inbox.acts.restore')}
              shortcut={keysOf('restore')}
              onClick={() => act({ is: 'restore' })}
            >
              <Undo2 />
            </IconButton>
          }
        >
          <Show
            when={!isIn('archived')}
            fallback={
              <IconButton
                size="sm"
                label={t('inbox.acts.reopen')}
                shortcut={keysOf('reopen')}
                onClick={() => act({ is: 'reopen' })}
              >
                <ArchiveRestore />
              </IconButton>
            }
          >
            <IconButton
              size="sm"
              label={t('inbox.acts.archive')}
              shortcut={keysOf('archive')}
              onClick={() => act({ is: 'archive' })}
            >
              <Archive />
            </IconButton>
          </Show>
          <Show when={workspace.isTeam()}>
            <Menu
              trigger={(bind) => (
                <IconButton
                  size="sm"
                  {...bind}
                  data-opens="assign-chosen"
                  label={t('inbox.acts.assign')}
                  shortcut={keysOf('assign')}
                >
                  <UserPlus />
                </IconButton>
              )}
              entries={people()}
            />
          </Show>
          <TagMany onTag={(tag) => act({ is: 'tag', tag })} />
          <RemindChosen />
          <IconButton
            size="sm"
            label={t('bulk.mark_read')}
            shortcut={keysOf('mark-read')}
            onClick={() => act({ is: 'read' })}
          >
            <MailOpen />
          </IconButton>
          <IconButton
            size="sm"
            label={t('inbox.acts.mark_unread')}
            shortcut={keysOf('mark-unread')}
            onClick={() => act({ is: 'unread' })}
          >
            <Mail />
          </IconButton>
          <Show when={workspace.isTeam()}>
            <IconButton
              size="sm"
              label={t('inbox.acts.delete')}
              shortcut={keysOf('delete')}
              onClick={() => act({ is: 'delete' })}
            >
              <Trash />
            </IconButton>
          </Show>
        </Show>
        <IconButton
          size="sm"
          class="selection-bar-clear"
          label={t('bulk.clear')}
          shortcut={keysOf('choose-none')}
          onClick={() => selection.clear()}
        >
          <X />
        </IconButton>
      </div>
      <Show when={props.hasMore && !selection.isWhole() && selection.size() >= props.loaded}>
        <Button size="sm" tone="ghost" onClick={() => selection.whole()}>
          {t('bulk.whole_view', { n: format().number(inbox.size().n) + (inbox.size().more ? '+' : '') })}
        </Button>
      </Show>
      <Show when={workspace.isTeam() && !isIn('deleted') && !selection.isWhole() && selection.size() > 1}>
        <Button size="sm" tone="ghost" icon={<Merge aria-hidden="true" />} onClick={() => inbox.merge('chosen')}>
          {t('inbox.merging.merge')}
        </Button>
      </Show>
    </div>
  )
}

import { createEffect, mapArray } from 'solid-js'
import type { BulkAct } from '@comptoir/contract/bulk'
import { registerActions, registerCommand } from '../app/commands.ts'
import { useLanguage } from '../app/create-language.ts'
import { whenIdle } from '../app/when-idle.ts'
import { createTakingBack } from './create-taking-back.ts'
import { useInbox } from './inbox-context.ts'
import { registerMergingCommands } from './merging/register-merging-commands.ts'
import { openFor } from './open-for.ts'

/** What can be done from the keyboard and the palette wherever one is in the inbox. */
export function registerInboxCommands() {
  const inbox = useInbox()
  const isChoosing = () => !inbox.selection.isEmpty()
  /** The conversation that is open, else the one of the row one stands on. */
  const meant = () => {
    const id = inbox.selectedId()
    if (!id) return inbox.rowAtCursor()
    const state = inbox.live.opened.state(id)
    return state.is === 'ready' ? inbox.live.asDone.row(state.slice.conversation) : undefined
  }
  const isIn = (...states: string[]) => states.includes(meant()?.state ?? '')
  /** To those that are chosen; where none is, to the one that is meant. */
  const onChosen = (toAll: BulkAct, toOne: (conversationId: string) => void) => () => {
    const conversation = meant()
    if (isChoosing()) inbox.actOnSelection(toAll)
    else if (conversation) toOne(conversation.id)
  }
  const onMany = (act: BulkAct) =>
    onChosen(act, (conversationId) => void inbox.acts.many(act, { is: 'these', ids: [conversationId] }))
  const confide = () => inbox.confide(isChoosing() ? 'chosen' : { conversationId: meant()!.id })
  const isSomething = () => isChoosing() || meant() !== undefined

  const takeBack = createTakingBack((draft) => inbox.open(draft.conversationId))
  const sentElsewhere = () => {
    const sent = inbox.live.lastSent()
    return sent && sent.conversationId !== inbox.selectedId() ? sent : undefined
  }
  registerActions({
    'undo-send': { run: () => void takeBack(sentElsewhere()!.messageId), when: () => sentElsewhere() !== undefined },
    filter: { run: () => openFor('filters'), when: () => !isChoosing() },
    'save-view': { run: () => openFor('save-view'), when: inbox.isToSave },
    assign: { run: () => openFor('assign-chosen', 'assignees') || confide(), when: isSomething },
    confide: { run: confide, when: isSomething },
    tag: { run: () => openFor('tag-chosen') || inbox.tag(meant()!.id), when: isSomething },
    remind: {
      run: () => openFor('remind-chosen', 'remind'),
      when: () => (isChoosing() ? inbox.view() !== 'deleted' : inbox.selectedId() !== undefined && !isIn('deleted')),
    },
    archive: {
      run: onChosen({ is: 'archive' }, inbox.acts.archive),
      when: () => (isChoosing() ? inbox.view() !== 'archived' && inbox.view() !== 'deleted' : isIn('open')),
    },
    reopen: {
      run: onChosen({ is: 'reopen' }, inbox.acts.reopen),
      when: () => (isChoosing() ? inbox.view() === 'archived' : isIn('archived')),
    },
    restore: {
      run: onChosen({ is: 'restore' }, inbox.acts.restore),
      when: () => (isChoosing() ? inbox.view() === 'deleted' : isIn('deleted')),
    },
    delete: {
      run: onChosen({ is: 'delete' }, inbox.acts.remove),
      when: () => (isChoosing() ? inbox.view() !== 'deleted' : isIn('open', 'archived')),
    },
    'mark-read': { run: onMany({ is: 'read' }), when: () => isChoosing() || inbox.rowAtCursor() !== undefined },
    'mark-unread': { run: onChosen({ is: 'unread' }, inbox.acts.markUnread), when: isSomething },
    'choose-none': { run: inbox.selection.clear, when: isChoosing },
    'close-conversation': { run: inbox.close, when: () => !isChoosing() && inbox.selectedId() !== undefined },
  })
  registerMergingCommands(meant)
  registerSavedViews()
}

/** The views people made, by their names, the first nine with a key each. */
function registerSavedViews() {
  const { t } = useLanguage()
  const inbox = useInbox()
  const { savedViews } = inbox.live
  whenIdle(() => savedViews.open('all'))
  const views = () => {
    const state = savedViews.state('all')
    return state.is === 'ready' ? state.slice.views : []
  }
  const registered = mapArray(views, (view, at) =>
    registerCommand({
      id: `view-${view.id}`,
      label: () => view.name,
      group: () => t('keyboard.saved_views'),
      get keys() {
        return at() < 9 ? `g ${at() + 1}` : undefined
      },
      run: () => inbox.go(inbox.hrefOfView(`saved:${view.id}`)),
    }),
  )
  createEffect(registered)
}

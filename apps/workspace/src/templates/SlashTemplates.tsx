import BookmarkPlus from 'lucide-solid/icons/bookmark-plus'
import Paperclip from 'lucide-solid/icons/paperclip'
import Settings2 from 'lucide-solid/icons/settings-2'
import { useNavigate } from '@solidjs/router'
import { createEffect, createMemo, createUniqueId, For, on, onCleanup, onMount, Show } from 'solid-js'
import { createListCursor } from '@comptoir/ui/create-list-cursor.ts'
import type { TemplateView } from '@comptoir/contract/templates'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { ListPanel } from '../inbox/composer/ListPanel.tsx'
import { liveInboxOf } from '../live/live-inbox.ts'
import { createTemplateUse } from './create-template-use.ts'
import { groupTemplates } from './group-templates.ts'
import type { TemplatePlace } from './template-place.ts'
import { templateLine } from './template-words.ts'
import './SlashTemplates.css'

export interface SlashProps {
  place: TemplatePlace
  /** The text one writes in. */
  anchor: HTMLElement
  /** What stands behind the slash before the caret; undefined while none does. */
  words: string | undefined
  /** Given what hears the keys while the list is open; it answers whether a key was its own. */
  lendKeys: (onKey: (event: KeyboardEvent) => boolean) => void
  /** Puts this in the place of the slash and its words; nothing only takes them away. */
  onPut: (html: string) => void
  /** The words stay as they were typed. */
  onLeave: () => void
}

type Act = 'keep' | 'manage'

/** The kept texts, offered where a slash begins a word. */
export default function SlashTemplates(props: SlashProps) {
  const language = useLanguage()
  const { t, locale } = language
  const workspace = useWorkspace()
  const navigate = useNavigate()
  const { templates } = liveInboxOf(workspace)
  const id = createUniqueId()
  const take = createTemplateUse(() => props.place)
  // Asked anew at each slash, where it could not be read before.
  createEffect(
    on(
      () => props.words !== undefined,
      () => templates.open('all'),
    ),
  )

  const all = createMemo((): TemplateView[] => {
    const state = templates.state('all')
    return state.is === 'ready' ? state.slice.templates : []
  })
  const groups = createMemo(() => (props.words === undefined ? [] : groupTemplates(all(), props.words, locale())))
  const found = createMemo(() => groups().flatMap((group) => group.templates))
  const acts = (): Act[] => (props.words === '' ? [...(props.place.keep ? ['keep' as const] : []), 'manage'] : [])
  const count = () => found().length + acts().length
  const cursor = createListCursor({ count, start: 0, onPick: pick })
  createEffect(on(() => props.words, cursor.restart, { defer: true }))
  const isOpen = () => count() > 0 && props.words !== undefined
  onMount(() => props.lendKeys(onKey))

  // The text says which of them the keys are at; it is somebody else's element.
  createEffect(() => {
    if (!isOpen()) return
    const active = `${id}-${cursor.at()}`
    props.anchor.setAttribute('aria-controls', `${id}-list`)
    props.anchor.setAttribute('aria-activedescendant', active)
    document.getElementById(active)?.scrollIntoView({ block: 'nearest' })
    onCleanup(() => {
      props.anchor.removeAttribute('aria-controls')
      props.anchor.removeAttribute('aria-activedescendant')
    })
  })

  function pick(at: number) {
    const template = found()[at]
    if (template) return props.onPut(take(template))
    const act = acts()[at - found().length]
    props.onPut('')
    if (act === 'keep') props.place.keep?.()
    else navigate(`/w/${workspace.slug}/settings/templates`)
  }

  function onKey(event: KeyboardEvent) {
    if (!isOpen() || event.ctrlKey || event.metaKey) return false
    if (event.key === 'Escape') props.onLeave()
    else if (event.key === 'Tab' && !event.shiftKey) pick(cursor.at())
    else if (!cursor.onKey(event)) return false
    // Only the list hears it, not the composer around it.
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  const option = (at: () => number) => ({
    role: 'option' as const,
    id: `${id}-${at()}`,
    'aria-selected': cursor.at() === at(),
    onPointerMove: () => cursor.moveTo(at()),
    onClick: () => pick(at()),
  })

  return (
    <ListPanel anchor={() => props.anchor} count={isOpen() ? count() : 0} size="wide">
      <div role="listbox" id={`${id}-list`} aria-label={t('templates.choose')}>
        <For each={groups()}>
          {(group) => (
            <div role="group" aria-label={group.category || t('templates.no_category')}>
              <Show when={group.category || groups().length > 1}>
                <p class="slash-group" aria-hidden="true">
                  {group.category || t('templates.no_category')}
                </p>
              </Show>
              <For each={group.templates}>
                {(template) => (
                  <div class="slash-option" {...option(() => found().indexOf(template))}>
                    <span class="slash-name truncate">{template.name}</span>
                    <Show when={template.files.length > 0}>
                      <Paperclip aria-hidden="true" />
                    </Show>
                    <span class="slash-line truncate">{templateLine(language, template)}</span>
                  </div>
                )}
              </For>
            </div>
          )}
        </For>
        <For each={acts()}>
          {(act, at) => (
            <div class="slash-option slash-act" {...option(() => found().length + at())}>
              <Show when={act === 'keep'} fallback={<Settings2 aria-hidden="true" />}>
                <BookmarkPlus aria-hidden="true" />
              </Show>
              <span>{t(act === 'keep' ? 'templates.keep' : 'templates.manage')}</span>
            </div>
          )}
        </For>
      </div>
    </ListPanel>
  )
}

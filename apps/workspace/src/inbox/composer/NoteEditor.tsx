import { batch, createEffect, createSignal, createUniqueId, on, onMount, Show, Suspense } from 'solid-js'
import { createListCursor } from '@comptoir/ui/create-list-cursor.ts'
import { useLanguage } from '../../app/create-language.ts'
import { lazyWithWords } from '../../app/lazy-with-words.ts'
import { createMentions, type Mentionable } from './create-mentions.ts'
import { MentionList } from './MentionList.tsx'
import { MentionsTold } from './MentionsTold.tsx'
import { askedBefore, htmlOfNote, readNote, stillNamed, type NoteText } from './note-text.ts'
import { createAreaSlash } from './create-area-slash.ts'
import type { EditorProps } from './PlainEditor.tsx'
import { textAreaHand } from './text-area-hand.ts'

const SlashTemplates = lazyWithWords(() => import('../../templates/SlashTemplates.tsx'))

/** Where a note is written; an @ offers those who can be named, a slash the kept texts. */
export function NoteEditor(props: EditorProps) {
  const { t } = useLanguage()
  const people = createMentions()
  const id = createUniqueId()
  let area!: HTMLTextAreaElement
  const [note, setNote] = createSignal<NoteText>({ text: '', mentions: [] })
  const [asked, setAsked] = createSignal<ReturnType<typeof askedBefore>>()
  const offered = () => {
    const now = asked()
    return now ? people.matching(now.words) : []
  }
  const cursor = createListCursor({ count: () => offered().length, start: 0, onPick: (at) => pick(offered()[at]!) })
  const isOpen = () => offered().length > 0
  const slash = createAreaSlash(() => area)
  const [state, setState] = createSignal<'untouched' | 'entered'>('untouched')

  const show = () => {
    const read = readNote(props.html)
    setNote(read)
    if (area.value !== read.text) area.value = read.text
  }
  onMount(() => {
    show()
    props.lend?.(textAreaHand(area, onInput))
  })
  createEffect(on(() => props.edition, show, { defer: true }))

  function write(next: NoteText) {
    setNote(next)
    props.onHtml(htmlOfNote(next))
  }

  function onInput() {
    batch(() => {
      write({ text: area.value, mentions: stillNamed(note(), area.value) })
      ask()
    })
  }

  /** Where the caret is decides whether somebody is asked for; inside a name nobody is. */
  function ask() {
    slash.ask()
    const caret = area.selectionStart
    const isInName = note().mentions.some((one) => caret > one.startsAt && caret <= one.startsAt + one.length)
    setAsked(isInName || caret !== area.selectionEnd ? undefined : askedBefore(area.value, caret))
  }

  function pick(person: Mentionable) {
    const { startsAt, words } = asked()!
    const before = { text: area.value, mentions: note().mentions }
    const name = `@${person.name}`
    const after = `${area.value.slice(0, startsAt)}${name} ${area.value.slice(startsAt + words.length + 1).replace(/^ /, '')}`
    const mentions = [...stillNamed(before, after), { startsAt, length: name.length, userId: person.userId }]
    area.value = after
    area.setSelectionRange(startsAt + name.length + 1, startsAt + name.length + 1)
    batch(() => {
      write({ text: after, mentions: mentions.sort((a, b) => a.startsAt - b.startsAt) })
      setAsked(undefined)
    })
    area.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (slash.onKey(event)) return
    if (!isOpen() || event.ctrlKey || event.metaKey) return
    if (event.key === 'Escape') setAsked(undefined)
    else if (event.key === 'Tab' && !event.shiftKey) pick(offered()[cursor.at()]!)
    else if (!cursor.onKey(event)) return
    // Only the list hears it, not the composer around it.
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <>
      <textarea
        ref={area}
        class="composer-text"
        rows={2}
        aria-label={props.label}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen() ? `${id}-list` : undefined}
        aria-activedescendant={isOpen() ? `${id}-${cursor.at()}` : undefined}
        placeholder={props.placeholder}
        on:keydown={onKeyDown}
        onInput={onInput}
        onClick={ask}
        onFocus={() => setState('entered')}
        onBlur={() => {
          setAsked(undefined)
          slash.away()
        }}
      />
      <MentionList
        id={id}
        anchor={() => area}
        label={t('inbox.mention.choose')}
        people={offered()}
        at={cursor.at()}
        onMove={cursor.moveTo}
        onPick={pick}
      />
      <Show when={state() === 'entered' && props.templates} keyed>
        {(place) => (
          <Suspense>
            <SlashTemplates
              place={place}
              anchor={area}
              words={slash.asked()?.words}
              lendKeys={slash.lendKeys}
              onPut={(html) => slash.pick(html, onInput)}
              onLeave={slash.leave}
            />
          </Suspense>
        )}
      </Show>
      <Show when={note().mentions.length > 0}>
        <MentionsTold people={people} userIds={[...new Set(note().mentions.map(({ userId }) => userId))]} />
      </Show>
    </>
  )
}

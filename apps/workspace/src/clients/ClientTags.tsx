import Plus from 'lucide-solid/icons/plus'
import { createSignal, For, Show } from 'solid-js'
import type { ClientView } from '@comptoir/contract/clients'
import { Chip } from '@comptoir/ui/Chip'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { Tag } from '@comptoir/ui/Tag'
import { afterPress } from '../app/after-press.ts'
import { useLanguage } from '../app/create-language.ts'
import { useShowRefusal } from '../app/show-refusal.ts'
import { useClientActs } from './client-acts.ts'
import './ClientTags.css'

/** The tags of a client: taken off with a way back, added by name. */
export function ClientTags(props: { client: ClientView }) {
  const { t } = useLanguage()
  const acts = useClientActs()
  const showRefusal = useShowRefusal()
  const [state, setState] = createSignal<'rest' | 'adding'>('rest')
  const names = () => props.client.tags.map((tag) => tag.name)

  async function set(tags: string[]) {
    try {
      await acts.tag(props.client.id, tags)
      return 'done'
    } catch (error) {
      showRefusal(error)
      return 'refused'
    }
  }

  async function remove(name: string) {
    const done = await set(names().filter((one) => one !== name))
    if (done === 'refused') return
    const text = t('clients.tag_removed', { name })
    void showToast({ text, action: { label: t('clients.undo'), onClick: () => void set([...names(), name]) } })
  }

  function add(input: HTMLInputElement) {
    const name = input.value.trim()
    input.value = ''
    if (name && !names().some((one) => one.toLowerCase() === name.toLowerCase())) void set([...names(), name])
  }

  return (
    <section class="client-section" aria-label={t('clients.tags')}>
      <h3 class="client-section-title">{t('clients.tags')}</h3>
      <div class="client-tags">
        <For each={props.client.tags}>
          {(tag) => (
            <Tag
              tone={tag.tone}
              remove={{ label: t('clients.remove_tag', { name: tag.name }), onClick: () => void remove(tag.name) }}
            >
              {tag.name}
            </Tag>
          )}
        </For>
        <Show
          when={state() === 'adding'}
          fallback={
            <Chip look="dashed" icon={<Plus aria-hidden="true" />} onClick={() => setState('adding')}>
              {t('clients.add_tag')}
            </Chip>
          }
        >
          <input
            class="client-tag-input"
            ref={(input) => queueMicrotask(() => input.focus())}
            maxlength={40}
            aria-label={t('clients.tag_name')}
            placeholder={t('clients.tag_placeholder')}
            onKeyDown={(event) => {
              if (event.key === 'Enter') add(event.currentTarget)
              if (event.key !== 'Enter' && event.key !== 'Escape') return
              // Escape leaves this input, not the conversation.
              event.preventDefault()
              if (event.key === 'Escape') setState('rest')
            }}
            onBlur={(event) => {
              add(event.currentTarget)
              // The row grows shorter, and what stands below it moves up.
              afterPress(() => setState('rest'))
            }}
          />
        </Show>
      </div>
    </section>
  )
}

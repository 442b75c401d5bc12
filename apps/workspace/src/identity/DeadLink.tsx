import Link2Off from 'lucide-solid/icons/link-2-off'
import { Show, type Accessor, type JSX } from 'solid-js'
import { Refused } from '@comptoir/wire/ask'
import { EmptyState } from '@comptoir/ui/EmptyState'
import { LinkButton } from '@comptoir/ui/LinkButton'
import type { Fetched as FetchedOf } from '../app/create-fetched.ts'
import { useLanguage } from '../app/create-language.ts'
import { Fetched } from '../app/Fetched.tsx'
import { sentenceOf } from '../app/show-refusal.ts'

/** What a link from a letter leads to, or that it no longer serves and what to do instead. */
export function DeadLink<Value>(props: {
  of: FetchedOf<Value>
  loading: JSX.Element
  dead: { label: string; href: string }
  children: (value: Accessor<Value>) => JSX.Element
}) {
  const language = useLanguage()
  const dead = () => {
    const now = props.of.state()
    return now.is === 'failed' && now.error instanceof Refused && now.error.code === 'not_found' && now.error
  }
  return (
    <Show
      when={dead()}
      fallback={
        <Fetched of={props.of} loading={props.loading}>
          {props.children}
        </Fetched>
      }
    >
      {(error) => (
        <EmptyState
          icon={<Link2Off />}
          title={language.t('identity.link_dead')}
          text={sentenceOf(error(), language)}
          action={<LinkButton href={props.dead.href}>{props.dead.label}</LinkButton>}
        />
      )}
    </Show>
  )
}

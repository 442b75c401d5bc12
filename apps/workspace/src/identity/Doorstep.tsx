import { Show, type JSX } from 'solid-js'
import { Logo } from '@comptoir/ui/Logo'
import { SegmentedControl } from '@comptoir/ui/SegmentedControl'
import { useLanguage } from '../app/create-language.ts'
import { languages, useMemberActs } from '../app/member-acts.ts'
import './Doorstep.css'

/** The page of whoever is not inside yet: one thing to do, and the language to do it in. */
export function Doorstep(props: { title: string; text?: JSX.Element; wide?: boolean; children: JSX.Element }) {
  const { t, locale } = useLanguage()
  const acts = useMemberActs()
  return (
    <div class="doorstep">
      <main class="doorstep-main" data-wide={props.wide || undefined}>
        <header class="doorstep-head">
          <Logo />
          <h1 class="doorstep-title">{props.title}</h1>
          <Show when={props.text}>
            <p class="doorstep-text">{props.text}</p>
          </Show>
        </header>
        {props.children}
      </main>
      <footer class="doorstep-foot">
        <SegmentedControl
          label={t('shell.language')}
          value={locale()}
          options={languages}
          onChange={(value) => void acts.speak(value)}
        />
      </footer>
    </div>
  )
}

import { Show } from 'solid-js'
import type { MailServer } from '@comptoir/contract/mailboxes'
import { useLanguage } from '../app/create-language.ts'
import { problemSentence } from './problem-sentence.ts'
import './ProblemText.css'

/** What is wrong with a mail server and what to do; its own words are kept for who can use them. */
export function ProblemText(props: { problem: string | null; detail: string | null; server: MailServer | null }) {
  const { t, sentence } = useLanguage()
  const text = () => {
    const { key, values } = problemSentence(props.problem ?? 'unexpected', props.detail ?? '', props.server)
    return sentence(key, values, 'mailboxes.problem.unexpected')
  }
  return (
    <>
      <p>{text()}</p>
      <Show when={props.detail}>
        {(detail) => (
          <details class="problem-detail">
            <summary>{t('mailboxes.said')}</summary>
            <code>{detail()}</code>
          </details>
        )}
      </Show>
    </>
  )
}

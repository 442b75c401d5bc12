import type { JSX } from 'solid-js'
import { useLanguage } from '../app/create-language.ts'

/** One line of a list of mail: who, what, a few words, when. */
export function PostRow(props: {
  href: string
  current: boolean
  mark: JSX.Element
  name: string
  subject: string
  preview: string
  at: string
}) {
  const { format } = useLanguage()
  return (
    <li>
      <a class="post-row" href={props.href} aria-current={props.current ? 'true' : undefined}>
        {props.mark}
        <span class="post-row-words">
          <span class="post-row-line">
            <span class="post-row-name truncate">{props.name}</span>
            <time class="post-row-time num" datetime={props.at}>
              {format().when(props.at)}
            </time>
          </span>
          <span class="truncate">{props.subject}</span>
          <span class="post-row-preview truncate">{props.preview}</span>
        </span>
      </a>
    </li>
  )
}

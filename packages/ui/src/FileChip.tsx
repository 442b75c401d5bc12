import CircleAlert from 'lucide-solid/icons/circle-alert'
import Download from 'lucide-solid/icons/download'
import FileText from 'lucide-solid/icons/file-text'
import ImageIcon from 'lucide-solid/icons/image'
import X from 'lucide-solid/icons/x'
import { Match, onMount, Show, Switch } from 'solid-js'
import { IconButton } from './IconButton.tsx'
import { Progress } from './Progress.tsx'
import { watchTooltips } from './watch-tooltips.ts'
import './IconButton.css'
import './FileChip.css'

export type FileChipProps = {
  name: string
  /** Under the name: the size, or what went wrong. */
  detail: string
  kind?: 'document' | 'image'
  state?: { is: 'ready' } | { is: 'sending'; done: number; label: string } | { is: 'failed' }
  /** Downloads the file. */
  href?: string
  /** Where a browser shows it, in a tab of its own; then a button downloads it. */
  shown?: { href: string; downloadLabel: string }
  remove?: { label: string; onClick: () => void }
}

/** A file, attached or being attached. */
export function FileChip(props: FileChipProps) {
  const state = () => props.state ?? { is: 'ready' as const }
  const sending = () => {
    const now = state()
    return now.is === 'sending' ? now : undefined
  }
  return (
    <div class="file-chip" data-state={state().is}>
      <span class="file-chip-icon" aria-hidden="true">
        <Switch fallback={<FileText />}>
          <Match when={state().is === 'failed'}>
            <CircleAlert />
          </Match>
          <Match when={props.kind === 'image'}>
            <ImageIcon />
          </Match>
        </Switch>
      </span>
      <span class="file-chip-words">
        <Show when={props.href} fallback={<span class="file-chip-name truncate">{props.name}</span>}>
          <Show
            when={props.shown}
            fallback={
              <a class="file-chip-name truncate" href={props.href} download={props.name}>
                {props.name}
              </a>
            }
          >
            {(shown) => (
              <a class="file-chip-name truncate" href={shown().href} target="_blank" rel="noopener">
                {props.name}
              </a>
            )}
          </Show>
        </Show>
        <Show when={sending()} fallback={<span class="file-chip-detail">{props.detail}</span>}>
          {(now) => <Progress value={now().done} label={now().label} />}
        </Show>
      </span>
      <Show when={props.shown}>
        {(shown) => <DownloadLink href={props.href} name={props.name} label={shown().downloadLabel} />}
      </Show>
      <Show when={props.remove}>
        {(remove) => (
          <IconButton size="sm" label={remove().label} onClick={() => remove().onClick()}>
            <X />
          </IconButton>
        )}
      </Show>
    </div>
  )
}

function DownloadLink(props: { href: string | undefined; name: string; label: string }) {
  onMount(watchTooltips)
  return (
    <a
      class="icon-button"
      data-tone="ghost"
      data-size="sm"
      href={props.href}
      download={props.name}
      aria-label={props.label}
      data-tooltip={props.label}
    >
      <Download aria-hidden="true" />
    </a>
  )
}

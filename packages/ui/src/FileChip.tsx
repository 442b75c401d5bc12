import CircleAlert from 'lucide-solid/icons/circle-alert'
import FileText from 'lucide-solid/icons/file-text'
import ImageIcon from 'lucide-solid/icons/image'
import X from 'lucide-solid/icons/x'
import { Match, Show, Switch } from 'solid-js'
import { IconButton } from './IconButton.tsx'
import { Progress } from './Progress.tsx'
import './FileChip.css'

export type FileChipProps = {
  name: string
  /** Under the name: the size, or what went wrong. */
  detail: string
  kind?: 'document' | 'image'
  state?: { is: 'ready' } | { is: 'sending'; done: number; label: string } | { is: 'failed' }
  /** Opens or downloads the file. */
  href?: string
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
          <a class="file-chip-name truncate" href={props.href} download={props.name}>
            {props.name}
          </a>
        </Show>
        <Show when={sending()} fallback={<span class="file-chip-detail">{props.detail}</span>}>
          {(now) => <Progress value={now().done} label={now().label} />}
        </Show>
      </span>
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

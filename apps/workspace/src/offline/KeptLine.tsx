import { Show } from 'solid-js'
import HardDrive from 'lucide-solid/icons/hard-drive'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import './KeptLine.css'

const hardlyMs = 60_000

/** Says that what is below is what this device kept, where it is older than the rest of the screen. */
export default function KeptLine(props: { trueAt: string }) {
  const { t, format } = useLanguage()
  const { connection } = useWorkspace()
  const isOlder = () => {
    const now = connection()
    return now.is !== 'live' && Date.parse(props.trueAt) < now.since - hardlyMs
  }
  return (
    <Show when={isOlder()}>
      <p class="kept-line" role="status">
        <HardDrive aria-hidden="true" />
        {t('shell.kept', { at: format().moment(props.trueAt) })}
      </p>
    </Show>
  )
}

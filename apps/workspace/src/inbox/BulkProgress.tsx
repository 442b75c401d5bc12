import { For } from 'solid-js'
import { Progress } from '@comptoir/ui/Progress'
import { useLanguage } from '../app/create-language.ts'
import { useInbox } from './inbox-context.ts'
import './BulkProgress.css'

/** How far what was asked of many conversations has come; one can go on with something else. */
export function BulkProgress() {
  const { t, format } = useLanguage()
  const { live } = useInbox()
  return (
    <For each={live.bulks()}>
      {(bulk) => {
        const words = () =>
          t(bulk.state === 'undoing' ? 'bulk.undoing' : 'bulk.running', {
            done: format().number(bulk.done),
            total: format().number(bulk.total),
          })
        return (
          <div class="bulk-progress">
            <span>{words()}</span>
            <Progress value={bulk.done / bulk.total} label={words()} />
          </div>
        )
      }}
    </For>
  )
}

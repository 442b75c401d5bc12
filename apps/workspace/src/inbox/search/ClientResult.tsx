import type { ClientFound } from '@comptoir/contract/clients'
import { Avatar } from '@comptoir/ui/Avatar'
import { useInbox } from '../inbox-context.ts'
import { FoundText } from './FoundText.tsx'
import { resultsId } from './SearchField.tsx'

/** A client that answers; picked, their last conversation opens. */
export function ClientResult(props: { client: ClientFound; at: number; sought: string[] }) {
  const { search } = useInbox()
  const detail = () => [props.client.company, props.client.email, props.client.town].filter(Boolean).join(' · ')
  return (
    <div
      class="search-client"
      role="option"
      id={`${resultsId}-${props.at}`}
      aria-selected={search.cursor.at() === props.at}
      onClick={() => search.pick({ is: 'client', client: props.client })}
    >
      <Avatar size="sm" name={props.client.name} seed={props.client.id} />
      <span class="search-client-words">
        <span class="conversation-row-name truncate">
          <FoundText text={props.client.name} sought={props.sought} />
        </span>
        <span class="search-client-detail truncate">
          <FoundText text={detail()} sought={props.sought} />
        </span>
      </span>
    </div>
  )
}

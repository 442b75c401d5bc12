import { createResource } from 'solid-js'
import type { FilterChoices } from '@comptoir/contract/filters'
import { useInbox } from '../inbox-context.ts'

/** By which tags and pages one can filter; asked each time it is opened. Without an answer, by none. */
export function createFilterChoices(): () => FilterChoices | undefined {
  const { live } = useInbox()
  const [choices] = createResource(() => live.api.filterChoices().catch(() => undefined))
  return () => choices.latest
}

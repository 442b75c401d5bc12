import { makeId } from '@comptoir/rules/uuid'

/**
 * Gives a command its id: asking again for the same, after no answer came, carries the same id, so that it is
 * done once. Once it was answered, or something else is asked, the next one is another.
 */
export function createIntent() {
  let open: { id: string; of: string } | undefined
  return async function intend<Answer>(input: unknown, act: (commandId: string) => Promise<Answer>): Promise<Answer> {
    const of = JSON.stringify(input)
    if (open?.of !== of) open = { id: makeId(), of }
    const answer = await act(open.id)
    open = undefined
    return answer
  }
}

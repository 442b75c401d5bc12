import type { LetterPlace, SaveLetterInput } from '@comptoir/contract/unsent-letters'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'

/** What somebody is writing in a dialog, as it is asked of the server. */
export function lettersApi(slug: string) {
  const letters = api.api.w[':slug'].inbox.letters
  const one = letters[':about'][':aboutId']
  return {
    list: () => ask(letters.$get({ param: { slug } })),
    /** Survives the page: a tab that is closed still sends it. */
    async save({ about, aboutId }: LetterPlace, json: SaveLetterInput) {
      // Browsers refuse to keep more than 64 KiB alive.
      const keepalive = json.bodyHtml.length < 15_000
      const { letter } = await ask(one.$put({ param: { slug, about, aboutId }, json }, { init: { keepalive } }))
      return letter
    },
    discard: ({ about, aboutId }: LetterPlace) => ask(one.$delete({ param: { slug, about, aboutId } })),
  }
}

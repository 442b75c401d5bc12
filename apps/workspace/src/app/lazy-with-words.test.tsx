import { render, screen, cleanup } from '@solidjs/testing-library'
import { createSignal, ErrorBoundary, Show, Suspense } from 'solid-js'
import { afterEach, test } from 'vitest'
import { LanguageContext, openLanguage } from './create-language.ts'
import { lazyWithWords, type Loading } from './lazy-with-words.ts'

afterEach(cleanup)

/** A screen on which the part is shown or not. */
async function open(load: Loading<object>) {
  const Part = lazyWithWords(load)
  const language = await openLanguage('fr')
  const [shown, show] = createSignal(true)
  render(() => (
    <LanguageContext.Provider value={language}>
      <Show when={shown()}>
        <ErrorBoundary fallback="Pas de réseau">
          <Suspense fallback="Un instant">
            <Part />
          </Suspense>
        </ErrorBoundary>
      </Show>
    </LanguageContext.Provider>
  ))
  return show
}

const part = { default: () => <p>Signature</p> }

test('what was fetched once is there at once the next time', async () => {
  const show = await open(() => Promise.resolve(part))
  await screen.findByText('Signature')
  show(false)
  show(true)
  screen.getByText('Signature')
})

test('what could not be fetched is asked for again when it is next shown', async () => {
  let isCut = true
  const show = await open(() => (isCut ? Promise.reject(new Error('cut')) : Promise.resolve(part)))
  await screen.findByText('Pas de réseau')
  isCut = false
  show(false)
  show(true)
  await screen.findByText('Signature')
})

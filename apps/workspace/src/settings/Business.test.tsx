import { Route } from '@solidjs/router'
import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { closeToasts, renderPlace } from '../app/testing/render-place.tsx'
import Business from './Business.tsx'

afterEach(async () => {
  await closeToasts()
  cleanup()
  vi.unstubAllGlobals()
})

test('what Joëlle types while the name of her business is being saved is kept', async () => {
  const { promise: allowed, resolve: allow } = Promise.withResolvers<void>()
  await renderPlace('/settings', () => <Route path="/w/:slug/settings" component={Business} />, {
    'PUT /settings/workspace': async () => {
      await allowed
      return { body: {} }
    },
  })
  const name = await screen.findByLabelText<HTMLInputElement>('Nom de l’entreprise')
  const type = (text: string) => fireEvent.input(name, { target: { value: text } })
  type('Atelier')
  fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
  type('Atelier Lambert')
  allow()
  await screen.findByText('C’est enregistré.')
  expect(name.value).toBe('Atelier Lambert')
})

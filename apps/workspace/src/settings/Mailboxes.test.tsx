import { Route } from '@solidjs/router'
import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { closeToasts, joelle, renderPlace, undo } from '../app/testing/render-place.tsx'
import Mailboxes from './Mailboxes.tsx'
import { mailboxOf } from './testing/mailbox-of.ts'

afterEach(async () => {
  await closeToasts()
  cleanup()
  vi.unstubAllGlobals()
})

test('a mailbox that was removed by mistake is back with its owner and limits, and is to be connected again', async () => {
  const mailbox = mailboxOf({ carrier: 'smtp', ownerId: joelle.userId, hourlyLimit: 20, dailyLimit: 200 })
  const { asked } = await renderPlace('/mailboxes', () => <Route path="/w/:slug/mailboxes" component={Mailboxes} />, {
    'GET /messaging/mailboxes': () => ({ body: { seq: 10, mailboxes: [mailbox] } }),
    'GET /messaging/dkim': () => ({ body: { seq: 10, keys: [] } }),
    'GET /messaging/blocked-senders': () => ({ body: { seq: 10, senders: [] } }),
    [`POST /messaging/mailboxes/${mailbox.id}/remove`]: () => ({ body: { mailboxId: mailbox.id } }),
    'POST /messaging/mailboxes': () => ({ body: { mailbox } }),
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Actions pour Maison Lambert' }))
  fireEvent.keyDown(await screen.findByRole('menuitem', { name: 'Retirer' }), { key: 'Enter' })
  await undo('« Maison Lambert » est retirée. Ses conversations restent.')
  await screen.findByText('« Maison Lambert » est de nouveau là. Il faut encore la connecter.')
  const { name, address, ownerId, hourlyLimit, dailyLimit } = mailbox
  const again = asked.find(({ method, path }) => method === 'POST' && path === '/messaging/mailboxes')
  expect(again?.body).toMatchObject({ name, address, ownerId, hourlyLimit, dailyLimit })
})

import { Route } from '@solidjs/router'
import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import type { SigningKey } from '@comptoir/contract/signing'
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

test('whoever is unblocked leaves the focus to the next one, and the last one to the field', async () => {
  const at = '2026-11-20T10:00:00.000000Z'
  const senders = ['un@pub.example', 'deux@pub.example'].map((address) => ({ address, at }))
  const { tell } = await renderPlace('/mailboxes', () => <Route path="/w/:slug/mailboxes" component={Mailboxes} />, {
    'GET /messaging/mailboxes': () => ({ body: { seq: 10, mailboxes: [mailboxOf({})] } }),
    'GET /messaging/dkim': () => ({ body: { seq: 10, keys: [] } }),
    'GET /messaging/blocked-senders': () => ({ body: { seq: 10, senders } }),
  })
  const button = (address: string) => screen.findByRole('button', { name: `Débloquer ${address}` })
  ;(await button('un@pub.example')).focus()
  tell('messaging.sender_unblocked', { address: 'un@pub.example' })
  const last = await button('deux@pub.example')
  await waitFor(() => expect(document.activeElement).toBe(last))
  tell('messaging.sender_unblocked', { address: 'deux@pub.example' })
  await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'))
})

test('the key that is made or removed leaves the focus to the next step of its domain', async () => {
  const mailbox = mailboxOf({ carrier: 'smtp', address: 'info@lambert.example', provider: null })
  const key: SigningKey = {
    domain: 'lambert.example',
    recordName: 'c._domainkey',
    recordValue: 'v=DKIM1',
    found: 'unchecked',
    publishedAt: null,
    checkedAt: null,
  }
  const { tell } = await renderPlace('/mailboxes', () => <Route path="/w/:slug/mailboxes" component={Mailboxes} />, {
    'GET /messaging/mailboxes': () => ({ body: { seq: 10, mailboxes: [mailbox] } }),
    'GET /messaging/dkim': () => ({ body: { seq: 10, keys: [] } }),
    'GET /messaging/blocked-senders': () => ({ body: { seq: 10, senders: [] } }),
  })
  ;(await screen.findByRole('button', { name: 'Préparer la signature' })).focus()
  tell('messaging.dkim_changed', { key })
  const check = await screen.findByRole('button', { name: 'Vérifier' })
  await waitFor(() => expect(document.activeElement).toBe(check))
  ;(await screen.findByRole('button', { name: 'Retirer la clé de lambert.example' })).focus()
  tell('messaging.dkim_removed', { domain: 'lambert.example' })
  const make = await screen.findByRole('button', { name: 'Préparer la signature' })
  await waitFor(() => expect(document.activeElement).toBe(make))
})

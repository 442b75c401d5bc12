import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { messageOf, openedOf, pageOf, renderInbox, rowOf } from './testing/render-inbox.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const row = rowOf(1, 'Nadia Jacquemin')
const path = `/inbox/conversations/${row.id}`
const withImages = (over: object = {}) => messageOf(1, 'Nos offres', { html: { is: 'mail', remoteImages: 2 }, ...over })

test('images elsewhere are shown once when asked, and for good when the client is trusted', async () => {
  const opened = openedOf(row, [withImages()])
  const { asked, tell } = await open(opened)
  expect(frame().src).not.toContain('images=shown')
  fireEvent.click(screen.getByText('Toujours pour ce client'))
  await waitFor(() =>
    expect(asked.find((one) => one.path.endsWith('/images'))?.body).toMatchObject({ images: 'shown' }),
  )
  tell('clients.client_changed', { client: { ...opened.client, images: 'shown' } })
  await waitFor(() => expect(frame().src).toContain('images=shown'))
  // A colleague takes it back on another screen.
  expect(screen.getByText('Ne plus les afficher')).toBeDefined()
  tell('clients.client_changed', { client: { ...opened.client, images: 'asked' } })
  await waitFor(() => expect(frame().src).not.toContain('images=shown'))
  fireEvent.click(screen.getByText('Afficher les images'))
  expect(frame().src).toContain('images=shown')
})

test('whoever only pretends to be the client gets no images fetched by that', async () => {
  const opened = openedOf(row, [withImages({ senderCheck: 'unverified' })])
  await open({ ...opened, client: { ...opened.client, images: 'shown' } })
  expect(frame().src).not.toContain('images=shown')
  expect(screen.queryByText('Toujours pour ce client')).toBeNull()
})

async function open(opened: ReturnType<typeof openedOf>) {
  const page = await renderInbox(`/c/${row.id}`, {
    'GET /inbox/conversations': () => ({ status: 200, body: pageOf([row]) }),
    [`GET ${path}`]: () => ({ status: 200, body: opened }),
    [`PUT /clients/${row.clientId}/images`]: () => ({ status: 200, body: { client: opened.client } }),
  })
  fireEvent.click(await screen.findByText('Voir la mise en forme'))
  return page
}

function frame() {
  return document.querySelector<HTMLIFrameElement>('iframe.mail-layout')!
}

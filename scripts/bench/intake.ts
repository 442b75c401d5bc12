import PostalMime from 'postal-mime'
import type { Socket } from 'socket.io-client'
import type { MailboxesSlice } from '@comptoir/contract/mailboxes'
import { figure, type Figure } from './figure.ts'
import { handOver } from './hand-over.ts'
import { ordinaryMails } from './ordinary-mails.ts'
import type { Product } from './product.ts'
import { putStored } from './put-stored.ts'
import { connected, signIn, staffSocket } from './target.ts'

const count = 1_000
/** Before them: both sides know their work then, and connections are open. */
const warming = 300
const connections = 8

/** Mail that is stored until it is on a screen, and the whole way from the server that hands it over; beside reading it. */
export async function intake(product: Product): Promise<Figure[]> {
  const { business, url, mailInPort } = product
  const cookie = await signIn(product)
  const socket = staffSocket(url, business.slug, cookie)
  await connected(socket)
  const { id, address } = await mailboxOf(url, business.slug, cookie)
  const [first, second] = [ordinaryMails(warming + count, address), ordinaryMails(warming + count, address)]
  const baseline = await readAlone(first)

  const shownStored = shownFrom(socket, first.length)
  await putStored(product, id, first)
  const filed = await shownStored

  const shownHanded = shownFrom(socket, second.length)
  const shares = Array.from({ length: connections }, (_, nth) => second.filter((_, n) => n % connections === nth))
  await Promise.all(shares.map((share) => handOver(mailInPort, address, share)))
  const wholeWay = await shownHanded
  socket.close()

  const common = { bench: 'intake', unit: 'mails/s', baseline, atLeast: 0.3 }
  return [
    figure({ ...common, figure: 'ordinary mails, once stored', value: filed }),
    figure({ ...common, figure: 'the same, from the first byte by SMTP', value: wholeWay }),
  ]
}

async function readAlone(mails: Buffer[]): Promise<number> {
  for (const mail of mails.slice(0, warming)) await PostalMime.parse(mail)
  const start = performance.now()
  for (const mail of mails.slice(warming)) await PostalMime.parse(mail)
  return (1000 * count) / (performance.now() - start)
}

/** Mails a second that come to a screen, from the last that warms up to the last of all. */
function shownFrom(socket: Socket, all: number): Promise<number> {
  return new Promise((done) => {
    let heard = 0
    let start = 0
    const hear = ({ name }: { name: string }) => {
      if (name !== 'inbox.message_received') return
      heard += 1
      if (heard === warming) start = performance.now()
      if (heard < all) return
      socket.off('event', hear)
      done((1000 * count) / (performance.now() - start))
    }
    socket.on('event', hear)
  })
}

async function mailboxOf(url: string, slug: string, cookie: string) {
  const response = await fetch(`${url}/api/w/${slug}/messaging/mailboxes`, { headers: { cookie } })
  return ((await response.json()) as MailboxesSlice).mailboxes[0]!
}

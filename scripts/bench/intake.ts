import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import PostalMime from 'postal-mime'
import type { Socket } from 'socket.io-client'
import type { MailboxesSlice } from '@comptoir/contract/mailboxes'
import { figure, type Figure } from './figure.ts'
import { ordinaryMails } from './ordinary-mails.ts'
import type { Product } from './product.ts'
import { connected, signIn, staffSocket } from './target.ts'

const count = 1_000
/** Before them: both sides know their work then, and connections are open. */
const warming = 300
const connections = 4

/** From the first mail handed to our receiver until the last is on a screen, beside reading them and no more. */
export async function intake(product: Product): Promise<Figure[]> {
  const { business, url, mailInPort } = product
  const cookie = await signIn(product)
  const socket = staffSocket(url, business.slug, cookie)
  await connected(socket)
  const address = await mailboxAddress(url, business.slug, cookie)
  const all = ordinaryMails(warming + count, address)
  const takeIn = (mails: Buffer[]) =>
    Promise.all([shown(socket, mails.length), handOverAll(mailInPort, address, mails)])
  const readAlone = async (mails: Buffer[]) => {
    for (const mail of mails) await PostalMime.parse(mail)
  }
  const baseline = await rateOf(readAlone, all)
  const value = await rateOf(takeIn, all)
  socket.close()
  return [figure({ bench: 'intake', figure: 'ordinary mails', unit: 'mails/s', value, baseline, atLeast: 0.3 })]
}

async function rateOf(work: (mails: Buffer[]) => Promise<unknown>, all: Buffer[]): Promise<number> {
  await work(all.slice(0, warming))
  const start = performance.now()
  await work(all.slice(warming))
  return (1000 * count) / (performance.now() - start)
}

async function mailboxAddress(url: string, slug: string, cookie: string): Promise<string> {
  const response = await fetch(`${url}/api/w/${slug}/messaging/mailboxes`, { headers: { cookie } })
  const { mailboxes } = (await response.json()) as MailboxesSlice
  return mailboxes[0]!.address
}

function shown(socket: Socket, count: number): Promise<void> {
  return new Promise((done) => {
    let left = count
    const hear = ({ name }: { name: string }) => {
      if (name !== 'inbox.message_received' || --left > 0) return
      socket.off('event', hear)
      done()
    }
    socket.on('event', hear)
  })
}

async function handOverAll(port: number, to: string, mails: Buffer[]): Promise<void> {
  const shares = Array.from({ length: connections }, (_, nth) => mails.filter((_, n) => n % connections === nth))
  await Promise.all(shares.map((share) => handOver(port, to, share)))
}

/** Says each mail to the receiver in one connection, as a mail server does. */
async function handOver(port: number, to: string, mails: Buffer[]): Promise<void> {
  const socket = connect(port, '127.0.0.1').setNoDelay()
  const lines = createInterface(socket)[Symbol.asyncIterator]()
  const answered = async (code: string) => {
    for (;;) {
      const { value } = await lines.next()
      const line = String(value)
      if (!line.startsWith(code)) throw new Error(`the receiver answered ${line}`)
      if (line[3] !== '-') return
    }
  }
  await answered('220')
  socket.write('EHLO bench.example\r\n')
  await answered('250')
  for (const mail of mails) {
    socket.write('MAIL FROM:<bench@exemple.example>\r\n')
    await answered('250')
    socket.write(`RCPT TO:<${to}>\r\n`)
    await answered('250')
    socket.write('DATA\r\n')
    await answered('354')
    socket.write(mail)
    socket.write('\r\n.\r\n')
    await answered('250')
  }
  socket.end('QUIT\r\n')
}

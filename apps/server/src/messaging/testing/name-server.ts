import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'

/** What is known of a name, as `dig` would write it: `10 mx.example.net` for MX, `0 1 993 imap.example.net` for SRV. */
export type Zone = Record<string, { a?: string; mx?: string; srv?: string }>

const types = { 1: 'a', 15: 'mx', 33: 'srv' } as const

/** A name server for tests, and a resolver that asks it only. */
export async function startNameServer(zone: Zone) {
  const socket = createSocket('udp4')
  const asked: string[] = []
  socket.on('message', (query, { port, address }) => socket.send(answerTo(query), port, address))
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const resolver = new Resolver({ timeout: 1000, tries: 1 })
  resolver.setServers([`127.0.0.1:${socket.address().port}`])
  return { resolver, asked, close: () => socket.close() }

  function answerTo(query: Buffer): Buffer {
    const { name, end } = nameIn(query)
    asked.push(name)
    const type = types[query.readUInt16BE(end) as keyof typeof types]
    const value = type && zone[name.toLowerCase()]?.[type]
    const question = query.subarray(12, end + 4)
    const head = Buffer.from(query.subarray(0, 12))
    // An answer, found or not; nothing beside it.
    head.writeUInt16BE(value === undefined ? 0x8583 : 0x8580, 2)
    head.writeUInt16BE(value === undefined ? 0 : 1, 6)
    head.fill(0, 8)
    if (value === undefined) return Buffer.concat([head, question])
    const data = dataOf(type!, value)
    const record = Buffer.alloc(12)
    record.writeUInt16BE(0xc00c, 0)
    query.copy(record, 2, end, end + 4)
    record.writeUInt32BE(60, 6)
    record.writeUInt16BE(data.length, 10)
    return Buffer.concat([head, question, record, data])
  }
}

function nameIn(query: Buffer) {
  const labels: string[] = []
  let at = 12
  for (let length = query[at]!; length > 0; length = query[at]!) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += length + 1
  }
  return { name: labels.join('.'), end: at + 1 }
}

function dataOf(type: 'a' | 'mx' | 'srv', value: string): Buffer {
  if (type === 'a') return Buffer.from(value.split('.').map(Number))
  const parts = value.split(' ')
  const numbers = Buffer.alloc((parts.length - 1) * 2)
  parts.slice(0, -1).forEach((part, index) => numbers.writeUInt16BE(Number(part), index * 2))
  return Buffer.concat([numbers, labelsOf(parts.at(-1)!)])
}

function labelsOf(name: string): Buffer {
  const labels = name.split('.').filter(Boolean)
  return Buffer.concat([
    ...labels.map((label) => Buffer.from(`${String.fromCharCode(label.length)}${label}`)),
    Buffer.of(0),
  ])
}

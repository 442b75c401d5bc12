import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** `example.test TXT` to what it answers; names that are not there do not exist. `silent`: it never answers. */
export type DnsRecords = Record<string, string[]> | 'silent'

/** A name server of the tests, and a resolver that asks it alone. */
export async function openDns(records: DnsRecords) {
  const asked: string[] = []
  const socket = createSocket('udp4')
  socket.on('message', (query, from) => {
    const question = questionIn(query)
    asked.push(question.key)
    if (records !== 'silent') socket.send(answerTo(query, question, records), from.port, from.address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  onTestFinished(() => void socket.close())
  const resolver = new Resolver({ timeout: 300, tries: 1 })
  resolver.setServers([`127.0.0.1:${(socket.address() as AddressInfo).port}`])
  return { resolver, asked }
}

interface Question {
  key: string
  type: number
  end: number
}

function questionIn(query: Buffer): Question {
  const labels: string[] = []
  let at = 12
  while (query[at] !== 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + query[at]!))
    at += 1 + query[at]!
  }
  const type = query.readUInt16BE(at + 1)
  return { key: `${labels.join('.').toLowerCase()} ${TYPES.get(type) ?? type}`, type, end: at + 5 }
}

function answerTo(query: Buffer, { key, type, end }: Question, records: Record<string, string[]>) {
  const values = records[key] ?? []
  const name = key.split(' ')[0]!
  const isKnown = Object.keys(records).some((known) => known.startsWith(`${name} `))
  const header = Buffer.from(query.subarray(0, 12))
  header.writeUInt16BE(isKnown ? 0x8180 : 0x8183, 2)
  header.writeUInt16BE(values.length, 6)
  header.writeUInt32BE(0, 8)
  return Buffer.concat([header, query.subarray(12, end), ...values.map((value) => recordOf(type, value))])
}

function recordOf(type: number, value: string) {
  const data = type === A ? Buffer.from(value.split('.').map(Number)) : textData(value)
  const head = Buffer.alloc(12)
  // The name is the one of the question, at byte 12.
  head.writeUInt16BE(0xc00c, 0)
  head.writeUInt16BE(type, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt32BE(60, 6)
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}

function textData(value: string) {
  const pieces = value.match(/.{1,255}/gs) ?? ['']
  return Buffer.concat(
    pieces.map((piece) => Buffer.concat([Buffer.from([piece.length]), Buffer.from(piece, 'latin1')])),
  )
}

const A = 1
const TYPES = new Map([
  [A, 'A'],
  [15, 'MX'],
  [16, 'TXT'],
  [28, 'AAAA'],
])

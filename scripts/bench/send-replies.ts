import { setTimeout as sleep } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import pg from 'pg'
import { makeId } from '@comptoir/rules/uuid'
import { figure, median, percentile, type Figure } from './figure.ts'
import type { Product } from './product.ts'
import { startSink, type BenchSink } from './start-sink.ts'
import { productTarget, signIn, type Target } from './target.ts'

const rounds = 3
const replies = 2000
/** As many as a mailbox of ours opens. */
const connections = 8
const posting = 8
const perSecond = 20
const text =
  'Bonjour, jeudi à 14 h nous convient très bien. Nous vous attendons à l’atelier, avec les photos si vous en avez.'

/** Mails a second through the pipeline, beside nodemailer's pool to the same server; and what a person feels of it. */
export async function sendReplies(product: Product): Promise<Figure[]> {
  const sink = await startSink()
  const db = new pg.Client({ connectionString: product.ownerUrl })
  await db.connect()
  await db.query(connected, [product.business.workspaceId, sink.port])
  const writer = await productTarget(product, await conversationsOf(db, product))
  const reader = await productTarget(product)
  const pipeline = { sink, writer, mailbox: await mailboxOf(db, product) }
  const rates = { bare: [] as number[], ours: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    rates.bare.push(await barePool(sink))
    rates.ours.push(await sendWaiting(pipeline))
  }
  const idle = await postsFor(reader, 10)
  const p95 = { idle: percentile(idle, 0.95), meanwhile: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    p95.meanwhile.push(percentile(await postsMeanwhile(pipeline, reader), 0.95))
  }
  await Promise.all([db.end(), sink.stop()])
  const bench = 'send-replies'
  return [
    figure({
      bench,
      figure: '2,000 replies',
      unit: '/s',
      value: median(rates.ours),
      baseline: median(rates.bare),
      atLeast: 0.6,
    }),
    figure({
      bench,
      figure: 'post-message p95 meanwhile',
      unit: 'ms',
      value: median(p95.meanwhile),
      baseline: p95.idle,
      atMost: 2,
    }),
  ]
}

interface Pipeline {
  sink: BenchSink
  writer: Target
  mailbox: (act: 'pause' | 'resume') => Promise<void>
}

/** Writes the replies while the mailbox rests, then lets them go; answers how many left a second. */
async function sendWaiting(pipeline: Pipeline): Promise<number> {
  const { sink } = pipeline
  await writeAll(pipeline)
  const taken = sink.tookAll(sink.taken() + replies)
  const from = await letGo(pipeline)
  return (replies * 1000) / ((await taken) - from)
}

async function postsMeanwhile(pipeline: Pipeline, reader: Target): Promise<number[]> {
  const { sink } = pipeline
  await writeAll(pipeline)
  const taken = sink.tookAll(sink.taken() + replies)
  await letGo(pipeline)
  const delays: number[] = []
  let isSending = true
  const over = taken.then(() => (isSending = false))
  while (isSending) delays.push(...(await postsFor(reader, 1)))
  await over
  return delays
}

async function writeAll({ mailbox, writer }: Pipeline) {
  await mailbox('pause')
  let left = replies
  await Promise.all(
    Array.from({ length: posting }, async () => {
      while (left-- > 0) await writer.post(text)
    }),
  )
  // What was written is on its way to the disk.
  await sleep(1000)
}

async function letGo({ mailbox }: Pipeline): Promise<number> {
  const from = performance.timeOrigin + performance.now()
  await mailbox('resume')
  return from
}

/** Pauses and resumes the mailbox as an admin does. */
async function mailboxOf(db: pg.Client, product: Product) {
  const { url, business } = product
  const cookie = await signIn(product)
  const { rows } = await db.query<{ id: string }>('select id from mailbox where workspace_id = $1', [
    business.workspaceId,
  ])
  return async (act: 'pause' | 'resume') => {
    const answer = await fetch(`${url}/api/w/${business.slug}/messaging/mailboxes/${rows[0]!.id}/${act}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ commandId: makeId() }),
    })
    if (!answer.ok) throw new Error(`the mailbox did not ${act}: ${answer.status}`)
  }
}

/** How long each post took to be answered. */
async function postsFor(target: Target, seconds: number): Promise<number[]> {
  const start = performance.now()
  const delays: Promise<number>[] = []
  for (let n = 0; n < perSecond * seconds; n++) {
    await sleep(Math.max(0, start + (n * 1000) / perSecond - performance.now()))
    const at = performance.now()
    delays.push(target.post(text).then(() => performance.now() - at))
  }
  return Promise.all(delays)
}

async function barePool(sink: BenchSink): Promise<number> {
  const pool = createTransport({
    pool: true,
    maxConnections: connections,
    maxMessages: Infinity,
    host: '127.0.0.1',
    port: sink.port,
    ignoreTLS: true,
    allowInternalNetworkInterfaces: true,
  })
  const taken = sink.tookAll(sink.taken() + replies)
  const from = performance.timeOrigin + performance.now()
  const mails = Array.from({ length: replies }, (_, n) =>
    pool.sendMail({
      from: { name: 'Maison Mesure', address: 'bonjour@mesure.example' },
      to: { name: `Client ${n}`, address: `client${n}@exemple.example` },
      subject: `Re: Demande de rendez-vous ${n}`,
      inReplyTo: `<${n}@exemple.example>`,
      references: `<${n}@exemple.example>`,
      text,
      html: `<p>${text}</p>`,
    }),
  )
  await Promise.all(mails)
  const rate = (replies * 1000) / ((await taken) - from)
  pool.close()
  return rate
}

async function conversationsOf(db: pg.Client, { business }: Product): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    'select id from conversation where workspace_id = $1 order by top_at desc offset 50 limit $2',
    [business.workspaceId, replies],
  )
  return rows.map(({ id }) => id)
}

const connected = `
  update mailbox set carrier = 'smtp', smtp_host = '127.0.0.1', smtp_port = $2, smtp_security = 'none'
  where workspace_id = $1`

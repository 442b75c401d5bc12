import { parentPort, workerData } from 'node:worker_threads'
import { parseMail } from './parse-mail.ts'

// The bytes of attachments move over; their thread is about to end.
const mail = await parseMail(workerData)
const buffers = new Set(mail.outcome === 'read' ? mail.attachments.map(({ bytes }) => bytes.buffer) : [])
parentPort?.postMessage(
  mail,
  [...buffers].filter((buffer) => buffer instanceof ArrayBuffer),
)

import { parentPort, workerData } from 'node:worker_threads'
import { readMail } from '../read-mail.ts'

// A worker of its own, whose memory is limited by whoever starts it.
const mail = await readMail(Buffer.from(workerData as string))
parentPort!.postMessage(mail.outcome === 'read' ? mail.text : '')

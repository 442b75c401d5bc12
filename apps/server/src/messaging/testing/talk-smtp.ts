import { connect } from 'node:net'
import { expect } from 'vitest'

/** A hand-written conversation with the server, one whole answer at a time. */
export async function talkSmtp(port: number) {
  const socket = connect(port, '127.0.0.1')
  const answers: string[] = []
  const talk = {
    answers,
    ended: false,
    write: (text: string) => socket.write(text),
    hangUp: () => void socket.destroy(),
    say,
  }
  let pending = ''
  socket.on('data', (data) => {
    pending += data.toString()
    for (const [whole] of pending.matchAll(/(?:\d{3}-.*\r\n)*\d{3} .*\r\n/g)) {
      answers.push(whole)
      pending = pending.slice(whole.length)
    }
  })
  socket.on('close', () => (talk.ended = true))
  socket.on('error', () => {})
  await expect.poll(() => answers.length).toBe(1)
  return talk

  async function say(...lines: string[]) {
    for (const line of lines) {
      const before = answers.length
      socket.write(`${line}\r\n`)
      await expect.poll(() => answers.length, { interval: 2 }).toBe(before + 1)
    }
  }
}

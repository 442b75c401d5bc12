import { connect } from 'node:net'
import { createInterface } from 'node:readline'

/** A connection to a mail server, spoken one step at a time. */
export interface SmtpSpeech {
  /** Resolves once all of an answer has come; rejects if it is another, or the server is gone. */
  answered(code: string): Promise<void>
  say(line: string, code: string): Promise<void>
  /** Resolves once the bytes have left for the server. */
  write(bytes: string | Buffer): Promise<void>
  leave(): void
}

/** What is said after the signal is not heard. */
export function speakSmtp(port: number, signal?: AbortSignal): SmtpSpeech {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true, signal })
  const reader = createInterface(socket)
  const lines = reader[Symbol.asyncIterator]()
  // Whoever waits for an answer learns of it there.
  socket.on('error', () => undefined).on('close', () => reader.close())

  async function answered(code: string) {
    for (;;) {
      const { value } = await lines.next()
      const line = String(value)
      if (!line.startsWith(code)) throw new Error(`the receiver answered ${line}`)
      if (line[3] !== '-') return
    }
  }

  return {
    answered,
    async say(line, code) {
      socket.write(`${line}\r\n`)
      await answered(code)
    },
    write: (bytes) => new Promise((left, failed) => socket.write(bytes, (error) => (error ? failed(error) : left()))),
    leave: () => void socket.end('QUIT\r\n'),
  }
}

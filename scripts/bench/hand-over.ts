import { connect } from 'node:net'
import { createInterface } from 'node:readline'

/** Says each mail to the receiver in one connection, as a mail server does. */
export async function handOver(port: number, to: string, mails: Buffer[]): Promise<void> {
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

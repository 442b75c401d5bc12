// Takes every mail there is, and says how many it has; a process of its own, as a mail server is.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

let taken = 0
const server = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  logger: false,
  onData(stream, _session, answer) {
    stream.resume()
    stream.on('end', () => {
      taken++
      answer()
      if (process.connected) process.send?.({ taken, at: performance.timeOrigin + performance.now() })
    })
  },
})
server.on('error', () => {})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.server.address() as AddressInfo).port }))
process.on('disconnect', () => process.exit())

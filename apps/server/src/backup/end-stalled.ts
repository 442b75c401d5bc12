import { Readable } from 'node:stream'

/** The same bytes. Where nobody takes the next of them for that long, they end with an error, and so does their source. */
export function endStalled(source: Readable, patienceMs: number): Readable {
  const body = Readable.from(watched(), { objectMode: false })
  let waiting = waitForReader()
  body.once('close', () => {
    clearTimeout(waiting)
    source.destroy()
  })
  return body

  function waitForReader() {
    return setTimeout(() => body.destroy(new Error('nobody reads on')), patienceMs)
  }

  async function* watched() {
    clearTimeout(waiting)
    for await (const chunk of source) {
      waiting = waitForReader()
      yield chunk
      clearTimeout(waiting)
    }
  }
}

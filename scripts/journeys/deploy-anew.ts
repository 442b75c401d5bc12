import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { extname, join } from 'node:path'
import { typesOfPages } from '../../apps/server/src/types-of-pages.ts'

const dist = join(import.meta.dirname, '../../apps/workspace/dist')

/** Comptoir behind an address of its own, where another version of its app can be put in the place of the first. */
export interface Deployment {
  url: string
  /** From now on there is this version alone: each of its files is called otherwise. Answers their names. */
  deploy(version: string): Promise<Set<string>>
  close(): Promise<void>
}

export async function openDeployment(behind: string): Promise<Deployment> {
  const target = new URL(behind)
  let next: Map<string, Buffer> | undefined
  let policy = ''
  const sockets = new Set<Socket>()
  const http = createServer((asked, answer) => {
    const path = asked.url!.split('?', 1)[0]!
    if (!next || isOfServer(path)) return pass(asked, answer)
    const isFile = /\.[a-z0-9]+$/.test(path) || path.startsWith('/assets/')
    const bytes = next.get(isFile ? path : '/index.html')
    answer.writeHead(bytes ? 200 : 404, {
      'Content-Type': typesOfPages[extname(isFile ? path : '/index.html')] ?? 'application/octet-stream',
      'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      'Content-Security-Policy': policy,
    })
    answer.end(bytes)
  })
  http.on('upgrade', (asked, socket: Socket, head) => {
    const line = connect(Number(target.port), target.hostname, () => {
      const headers = asked.rawHeaders.flatMap((name, at, all) => (at % 2 ? [] : `${name}: ${all[at + 1]}`))
      line.write([`${asked.method} ${asked.url} HTTP/1.1`, ...headers, '', ''].join('\r\n'))
      line.write(head)
      line.pipe(socket).pipe(line)
    })
    for (const one of [line, socket]) {
      sockets.add(one)
      one.on('error', () => one.destroy()).on('close', () => [line, socket].forEach((both) => both.destroy()))
    }
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')

  function pass(asked: IncomingMessage, answer: ServerResponse) {
    const { method, url: path, headers } = asked
    const passed = request({ host: target.hostname, port: target.port, method, path, headers }, (given) => {
      answer.writeHead(given.statusCode!, given.headers)
      given.pipe(answer)
    })
    passed.on('error', () => answer.destroy())
    asked.pipe(passed)
  }

  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    async deploy(version) {
      policy = (await fetch(behind)).headers.get('content-security-policy')!
      next = filesOf(version)
      return new Set([...next.keys()].filter((name) => name.startsWith('/assets/')))
    },
    async close() {
      for (const one of sockets) one.destroy()
      http.closeAllConnections()
      http.close()
      await once(http, 'close')
    },
  }
}

/** The app as it was built, with another hash in the name of each of its files, wherever it is named. */
function filesOf(version: string): Map<string, Buffer> {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => extname(name) in typesOfPages)
  const names = files.flatMap((file) => (file.startsWith('assets/') ? file.slice('assets/'.length) : []))
  const renamed = new Map(
    names.map((name) => [name, name.replace(/-[\w-]{8}\.(\w+)$/, (hash) => `-${version}${hash.slice(1)}`)]),
  )
  const anyName = new RegExp(names.map((name) => name.replaceAll('.', '\\.')).join('|'), 'g')
  return new Map(
    files.map((file) => {
      const bytes = readFileSync(join(dist, file))
      const isText = !file.endsWith('.woff2') && !file.endsWith('.png')
      const text = isText && bytes.toString().replace(anyName, (name) => renamed.get(name)!)
      const at = file.startsWith('assets/') ? `assets/${renamed.get(file.slice('assets/'.length))}` : file
      const named = /"version":"[0-9a-f]+"/
      return [`/${at}`, text === false ? bytes : Buffer.from(text.replace(named, `"version":"${version}"`))]
    }),
  )
}

function isOfServer(path: string) {
  return /^\/(api|form|o|socket\.io)\//.test(path)
}

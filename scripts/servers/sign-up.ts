import type { FileView } from '@comptoir/contract/documents'
import type { Me } from '@comptoir/contract/identity'

/** Somebody signed in to their business over HTTP, as their browser would be. */
export interface SignedIn {
  url: string
  slug: string
  cookie: string
  get<T>(path: string): Promise<T>
  post<T>(path: string, input: object): Promise<T>
  upload(name: string, mediaType: string, bytes: Buffer<ArrayBuffer>): Promise<FileView>
  download(fileId: string): Promise<Buffer>
}

export async function signUp(url: string, person: { name: string; businessName: string }): Promise<SignedIn> {
  const json = { 'content-type': 'application/json' }
  const input = { ...person, email: 'sophie@atelier.example', password: 'une longue phrase' }
  const entered = await answered(
    fetch(`${url}/api/businesses`, { method: 'POST', headers: json, body: JSON.stringify(input) }),
  )
  const cookie = entered.headers.getSetCookie().at(-1)!.split(';')[0]!
  const { slug } = ((await entered.json()) as Me).workspaces[0]!
  const ask = (path: string, init: Asking = {}) =>
    answered(fetch(`${url}/api/w/${slug}${path}`, { ...init, headers: { ...init.headers, cookie } }))

  return {
    url,
    slug,
    cookie,
    async get<T>(path: string) {
      return (await (await ask(path)).json()) as T
    },
    async post<T>(path: string, given: object) {
      return (await (await ask(path, { method: 'POST', headers: json, body: JSON.stringify(given) })).json()) as T
    },
    async upload(name, mediaType, bytes) {
      const headers = { 'content-type': mediaType }
      const kept = await ask(`/files?name=${encodeURIComponent(name)}`, { method: 'PUT', headers, body: bytes })
      return (await kept.json()) as FileView
    },
    async download(fileId) {
      return Buffer.from(await (await ask(`/files/${fileId}`)).arrayBuffer())
    },
  }
}

type Asking = { method?: string; headers?: Record<string, string>; body?: BodyInit }

async function answered(request: Promise<Response>): Promise<Response> {
  const response = await request
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`)
  return response
}

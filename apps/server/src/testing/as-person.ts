import type { Api } from '../api.ts'
import type { Person } from './people.ts'

/** What came back, already read. */
export interface Answer<Body = unknown> {
  status: number
  headers: Headers
  /** Parsed where it is JSON, else the text. */
  body: Body
}

export interface Asking {
  get<Body>(path: string): Promise<Answer<Body>>
  post<Body>(path: string, json?: unknown): Promise<Answer<Body>>
  put<Body>(path: string, json?: unknown): Promise<Answer<Body>>
  delete<Body>(path: string, json?: unknown): Promise<Answer<Body>>
}

/**
 * Asks as this person would from their browser. A path that does not start with /api is one of their workspace:
 * `/inbox/conversations`.
 */
export function asPerson(person: Person): Asking {
  const ask = askAt(person.api, { cookie: person.cookie })
  const inWorkspace = (path: string) => (path.startsWith('/api/') ? path : `/api/w/${person.slug}${path}`)
  return {
    get: (path) => ask('GET', inWorkspace(path)),
    post: (path, json = {}) => ask('POST', inWorkspace(path), json),
    put: (path, json = {}) => ask('PUT', inWorkspace(path), json),
    delete: (path, json) => ask('DELETE', inWorkspace(path), json),
  }
}

/** Asks as somebody who is not signed in, or with headers of one's own. */
export function asVisitor(api: Api, headers: Record<string, string> = {}): Asking {
  const ask = askAt(api, headers)
  return {
    get: (path) => ask('GET', path),
    post: (path, json = {}) => ask('POST', path, json),
    put: (path, json = {}) => ask('PUT', path, json),
    delete: (path, json) => ask('DELETE', path, json),
  }
}

function askAt(api: Api, headers: Record<string, string>) {
  return async <Body>(method: string, path: string, json?: unknown): Promise<Answer<Body>> => {
    const response = await api.request(path, {
      method,
      headers: {
        host: 'localhost:3000',
        ...(method !== 'GET' && { origin: 'http://localhost:3000' }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: json === undefined ? undefined : JSON.stringify(json),
    })
    const isJson = response.headers.get('content-type')?.includes('json')
    const body = (isJson ? await response.json() : await response.text()) as Body
    return { status: response.status, headers: response.headers, body }
  }
}

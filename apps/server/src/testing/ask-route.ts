import type { RefusalBody } from '@comptoir/contract/refusal'
import { makeId } from '@comptoir/rules/uuid'
import { exampleIds } from '../example-ids.ts'
import type { Answer } from './as-person.ts'
import type { DeclaredRoute } from './declared-routes.ts'
import type { Person } from './people.ts'

type IdName = keyof typeof exampleIds
const nameOf = new Map(Object.entries(exampleIds).map(([name, id]) => [id as string, name as IdName]))

/** Which things an example names: `conversationId`, `userId`; not the ids its asker makes. */
export function idsIn({ example }: DeclaredRoute): Exclude<IdName, 'commandId' | 'newId'>[] {
  const found = [...JSON.stringify(example).matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)]
    .map(([id]) => nameOf.get(id))
    .filter((name) => name !== undefined && name !== 'commandId' && name !== 'newId')
  return [...new Set(found)] as Exclude<IdName, 'commandId' | 'newId'>[]
}

/** Sends the example of a route with these ids in its place, and new ones for what the asker makes. */
export async function askRoute(
  route: DeclaredRoute,
  person: Person,
  ids: Partial<Record<IdName, string>>,
): Promise<Answer<unknown>> {
  const filled = filledIn(route.example, { ...ids, commandId: makeId(), newId: makeId() })
  const path = route.path
    .replace(':slug', person.slug)
    .replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(filled.param?.[name] ?? 'missing'))
  const query = filled.query ? `?${new URLSearchParams(filled.query)}` : ''
  const isFile = filled.body === 'file'
  const response = await person.api.request(`${path}${query}`, {
    method: route.method,
    headers: {
      cookie: person.cookie,
      origin: 'http://localhost:3000',
      ...(filled.json !== undefined && { 'content-type': 'application/json' }),
      ...(isFile && { 'content-type': 'text/plain' }),
    },
    body: isFile ? 'Un texte' : filled.json === undefined ? undefined : JSON.stringify(filled.json),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return { status: response.status, headers: response.headers, body: isJson && text ? JSON.parse(text) : text }
}

/** The code of the refusal, if it is one. */
export function codeOf({ body }: { body: unknown }) {
  return (body as RefusalBody | null)?.code
}

/** An answer in a line, for the report of a test. */
export function told(answer: { status: number; body: unknown }) {
  return `${answer.status} ${JSON.stringify(answer.body)?.slice(0, 120)}`
}

function filledIn<Thing>(example: Thing, ids: Partial<Record<IdName, string>>): Thing {
  let text = JSON.stringify(example)
  for (const [name, id] of Object.entries(ids)) text = text.replaceAll(exampleIds[name as IdName], id)
  return JSON.parse(text) as Thing
}

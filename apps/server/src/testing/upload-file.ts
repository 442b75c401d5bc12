import type { Person } from './people.ts'

/** Somebody sends a text file; answers its id. */
export async function uploadFile(person: Person, text: string): Promise<string> {
  const answer = await person.api.request(`/api/w/${person.slug}/files?name=plan.txt`, {
    method: 'PUT',
    headers: { cookie: person.cookie, origin: 'http://localhost:3000', 'content-type': 'text/plain' },
    body: text,
  })
  return ((await answer.json()) as { id: string }).id
}

/** The same of a picture that is to stand in a text; the smallest there is, unless said otherwise. */
export function uploadPicture(person: Person, body: BodyInit = smallestPng, type = 'image/png') {
  return person.api.request(`/api/w/${person.slug}/files?name=logo.png&as=picture`, {
    method: 'PUT',
    headers: { cookie: person.cookie, origin: 'http://localhost:3000', 'content-type': type },
    body,
    duplex: 'half',
  } as RequestInit)
}

export const smallestPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

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

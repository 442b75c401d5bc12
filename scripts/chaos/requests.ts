import { makeId } from '@comptoir/rules/uuid'
import type { Counter } from './counter.ts'
import type { Person } from './person.ts'
import type { Try } from './plan.ts'

/** A command as a screen would send it: the same body however often it has to be sent. */
export interface Request {
  person: Person
  method: 'POST' | 'PUT'
  path: string
  body: Record<string, unknown>
  /** Words that must be found once, and only once, when all is over. */
  says: string | null
}

/** What somebody asks of the server, of the kinds that need nothing but an answer. */
export function requestOf(counter: Counter, one: Try): Request | null {
  const { people, places } = counter
  const { conversationId, clientId, deliveryId } = places[one.where % places.length]!
  const person = people[one.who % people.length]!
  const admin = people[0]!
  const here = `/inbox/conversations/${conversationId}`
  const [commandId, id] = [makeId(), makeId()]
  const post = (path: string, body: object = {}, says: string | null = null, by = person): Request => ({
    person: by,
    method: 'POST',
    path,
    body: { commandId, ...body },
    says,
  })
  const put = (path: string, body: object): Request => ({ ...post(path, body), method: 'PUT' })

  switch (one.kind) {
    case 'reply': {
      const reply = { messageId: id, bodyHtml: `<p>Réponse ${id}</p>`, fileIds: [], baseSeq: 0, conflict: 'anyway' }
      return post(`${here}/replies`, reply, `Réponse ${id}`)
    }
    case 'note':
      return post(`${here}/notes`, { noteId: id, body: `Note ${id}` }, `Note ${id}`)
    case 'assign': {
      const assignee = people[Math.floor(one.chance * people.length)]!
      return put(`${here}/assignee`, { assigneeId: one.chance < 0.2 ? null : assignee.reader.userId })
    }
    case 'archive':
    case 'reopen':
    case 'unread':
      return post(`${here}/${one.kind}`)
    case 'read':
      return post(`${here}/read`, { seq: Math.floor(one.chance * 30) })
    case 'tags':
      return put(`/clients/${clientId}/tags`, {
        tags: ['fidèle', 'pressé', 'à relancer'].slice(Math.floor(one.chance * 4)),
      })
    case 'answer':
      return post(`/messaging/sandbox/${deliveryId}/answer`, { body: `Merci ${id}` }, `Merci ${id}`, admin)
    case 'begin': {
      const client = { is: 'new', id: makeId(), name: 'Louis Bertrand' }
      const to = `${id}@exemple.example`
      const letter = { client, to, subject: 'Nouvelles', bodyHtml: `<p>Nouvelle ${id}</p>`, fileIds: [] }
      return post('/inbox/conversations', { conversationId: makeId(), messageId: id, ...letter }, `Nouvelle ${id}`)
    }
    default:
      return null
  }
}

import type { ListPage, OpenedConversation } from '@comptoir/contract/inbox'
import type { MailboxesSlice } from '@comptoir/contract/mailboxes'
import { makeId } from '@comptoir/rules/uuid'
import type { Seat } from './take-seat.ts'

/** What a colleague does elsewhere meanwhile: in this conversation, in others, and what clients write. */
export async function twentyChanges({ context }: Seat, conversationId: string): Promise<void> {
  const api = '/api/w/maison-lambert'
  const get = async <T>(path: string) => (await (await context.request.get(api + path)).json()) as T
  const ask = async (method: 'post' | 'put', path: string, data: object) => {
    const answer = await context.request[method](api + path, { data: { commandId: makeId(), ...data } })
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  }
  const { rows } = await get<ListPage>('/inbox/conversations?view=open')
  const { client, conversation } = await get<OpenedConversation>(`/inbox/conversations/${conversationId}`)
  const { mailboxes } = await get<MailboxesSlice>('/messaging/mailboxes')
  const others = rows.filter((row) => row.id !== conversationId)
  const here = `/inbox/conversations/${conversationId}`
  const at = (n: number) => `/inbox/conversations/${others[n]!.id}`
  const reply = (n: number) => ({
    messageId: makeId(),
    bodyHtml: `<p>Changement ${n}.</p>`,
    fileIds: [],
    baseSeq: 0,
    conflict: 'anyway',
  })
  const note = (n: number) => ({ noteId: makeId(), body: `Changement ${n}.` })
  const letter = (name: string, from: string) => ({
    name,
    from,
    mailboxId: mailboxes[0]!.id,
    subject: 'Bonjour',
    body: 'Êtes-vous ouverts samedi ?',
  })

  for (const n of [1, 2, 3]) await ask('post', `${here}/replies`, reply(n))
  for (const n of [4, 5, 6]) await ask('post', `${here}/notes`, note(n))
  await ask('put', `${here}/assignee`, { assigneeId: null })
  await ask('put', `${here}/assignee`, { assigneeId: conversation.assigneeId })
  await ask('post', `${here}/archive`, {})
  await ask('post', `${here}/reopen`, {})
  await ask('put', `/clients/${client.id}/tags`, { tags: ['Fidèle', 'Pose en avril'] })
  for (const n of [0, 1]) await ask('post', `${at(n)}/archive`, {})
  for (const n of [2, 3]) await ask('post', `${at(n)}/replies`, reply(10 + n))
  for (const n of [4, 5]) await ask('post', `${at(n)}/notes`, note(10 + n))
  await ask('put', `${at(6)}/assignee`, { assigneeId: null })
  await ask('post', '/messaging/sandbox/write', letter('Claire Hubert', 'claire@exemple.be'))
  await ask('post', '/messaging/sandbox/write', letter('Louis Bertrand', 'louis@exemple.be'))
}

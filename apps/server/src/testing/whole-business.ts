import { inWorkspace } from '@comptoir/db/db'
import type { ClientView } from '@comptoir/contract/clients'
import { makeId } from '@comptoir/rules/uuid'
import { asPerson } from './as-person.ts'
import type { IdsOf } from './ids-of.ts'
import type { TestServer } from './open-test-server.ts'
import { openSession, password, seed, type Person, type Seeded } from './people.ts'
import { uploadFile } from './upload-file.ts'

export interface WholeBusiness extends Seeded<'marc' | 'ada' | 'lea' | 'elodie'> {
  ids: IdsOf
}

/** A business with one of everything, made the way people make it. */
export async function wholeBusiness(test: TestServer, business: string): Promise<WholeBusiness> {
  const seeded = await seed(test, {
    business,
    people: { marc: 'owner', ada: 'admin', lea: 'member', elodie: 'delegate' },
  })
  const { marc, lea } = seeded.people
  const conversation = await converse(test, seeded)
  const others = await othersBeside(seeded, conversation)
  const [reminder, file, invitation, mailId, session, download, bulk, savedView, viewing, template] = await Promise.all(
    [
      asPerson(marc).post<{ reminder: { id: string } }>(
        `/inbox/conversations/${conversation.conversationId[0]!}/reminders`,
        {
          commandId: makeId(),
          reminderId: makeId(),
          dueAt: '2049-01-04T08:00:00Z',
          note: 'Rappeler Ines',
          ownerId: null,
          condition: 'always',
        },
      ),
      uploadFile(marc, 'Un plan'),
      asPerson(marc).post<{ id: string }>('/members/invitations', {
        commandId: makeId(),
        email: `${makeId()}@exemple.example`,
        role: 'member',
      }),
      mailToSort(test, seeded),
      openSession(test, seeded.slug, marc.userId),
      asPerson(marc).post<{ downloadId: string }>('/backup/downloads', { password }),
      asPerson(marc).post<{ id: string }>('/inbox/bulk', {
        commandId: makeId(),
        act: { is: 'read' },
        of: { is: 'these', ids: conversation.conversationId },
      }),
      asPerson(marc).post<{ view: { id: string } }>('/inbox/saved-views', {
        commandId: makeId(),
        id: makeId(),
        name: 'Qui attend',
        view: 'open',
        filter: { waiting: 'yes' },
        whose: 'team',
      }),
      asPerson(marc).post<{ viewingId: string }>(`/members/${lea.userId}/viewings`, { commandId: makeId() }),
      asPerson(marc).post<{ template: { id: string } }>('/templates', {
        commandId: makeId(),
        id: makeId(),
        name: 'Merci',
        bodyHtml: '<p>Merci beaucoup.</p>',
        whose: 'team',
      }),
    ],
  )
  await beginLetter(marc, conversation.messageId[0]!)
  const kept = await whatIsKept(marc, conversation.clientId[0]!)
  return {
    ...seeded,
    ids: {
      ...kept,
      ...conversation,
      ...others,
      fileId: [file],
      mailboxId: [seeded.mailbox.id],
      userId: [lea.userId],
      mailId: [mailId],
      invitationId: [invitation.body.id],
      sessionId: [session.sessionId],
      downloadId: [download.body.downloadId],
      reminderId: [reminder.body.reminder.id],
      bulkId: [bulk.body.id],
      savedViewId: [savedView.body.view.id],
      viewingId: [viewing.body.viewingId],
      templateId: [template.body.template.id],
    },
  }
}

/** A mail that is about to be passed on. */
function beginLetter(marc: Person, messageId: string) {
  return asPerson(marc).put(`/inbox/letters/answer/${messageId}`, {
    mailboxId: null,
    client: null,
    address: '',
    recipients: null,
    subject: 'TR: Devis',
    bodyHtml: '<p>Pour avis</p>',
    fileIds: [],
    signature: 'with',
    version: 0,
  })
}

/** A field with a choice, a tag and a note of a client. */
async function whatIsKept(marc: Person, clientId: string) {
  const [fieldId, choiceId, clientNoteId] = [makeId(), makeId(), makeId()]
  const as = asPerson(marc)
  const command = () => ({ commandId: makeId() })
  const field = { id: fieldId, name: 'Chauffage', kind: 'choice', uniqueness: 'free' }
  await as.post('/clients/fields', { ...command(), ...field })
  await as.post('/clients/choices', { ...command(), id: choiceId, fieldId, name: 'Gaz', tone: 'info' })
  await as.post(`/clients/${clientId}/notes`, { ...command(), id: clientNoteId, body: 'Sonner deux fois.' })
  const tagged = await as.put<{ client: ClientView }>(`/clients/${clientId}/tags`, { ...command(), tags: ['Fidèle'] })
  return {
    fieldId: [fieldId],
    choiceId: [choiceId],
    clientNoteId: [clientNoteId],
    tagId: tagged.body.client.tags.map(({ id }) => id),
  }
}

/** A client writes, is answered, and the answer gets stuck. */
async function converse(test: TestServer, { workspaceId, mailbox, people }: Seeded<'marc'>) {
  const marc = asPerson(people.marc)
  const { intake, delivery, db } = test.server
  const from = `${makeId()}@exemple.example`
  const written = {
    commandId: makeId(),
    name: 'Ines',
    from,
    mailboxId: mailbox.id,
    subject: 'Devis',
    body: 'Bonjour !',
  }
  await marc.post('/messaging/sandbox/write', written)
  await intake.idle()
  const { body } = await marc.get<{ rows: { id: string; clientId: string }[] }>('/inbox/conversations?view=open')
  const { id, clientId } = body.rows[0]!
  const reply = { commandId: makeId(), messageId: makeId(), bodyHtml: '<p>Bonjour Ines</p>', fileIds: [], baseSeq: 1 }
  await marc.post(`/inbox/conversations/${id}/replies`, reply)
  await delivery.idle()
  return inWorkspace(db, workspaceId, async (tx) => {
    const messages = await tx.selectFrom('message').select('id').orderBy('seq').execute()
    const { id: deliveryId } = await tx.selectFrom('delivery').select('id').executeTakeFirstOrThrow()
    return {
      conversationId: [id],
      clientId: [clientId],
      messageId: messages.map((message) => message.id),
      deliveryId: [deliveryId],
    }
  })
}

/** Another conversation of the same client, and one that was merged into the first. */
async function othersBeside(
  { people, mailbox }: Seeded<'marc'>,
  { conversationId: [intoId], clientId: [clientId] }: Record<'conversationId' | 'clientId', string[]>,
) {
  const marc = asPerson(people.marc)
  const start = async (subject: string) => {
    const conversationId = makeId()
    await marc.post('/inbox/conversations', {
      commandId: makeId(),
      conversationId,
      messageId: makeId(),
      client: { is: 'existing', clientId },
      mailboxId: mailbox.id,
      to: 'ines@exemple.example',
      subject,
      bodyHtml: '<p>Bonjour</p>',
      fileIds: [],
    })
    return conversationId
  }
  const [other, merged] = [await start('Pose'), await start('Teinte')]
  const json = { commandId: makeId(), mergedIds: [merged] }
  const { body } = await marc.post<{ mergingIds: string[] }>(`/inbox/conversations/${intoId!}/merge`, json)
  return { otherConversationId: [other], mergingId: body.mergingIds }
}

/** A mail nobody could file: its row refers to the raw mail that came. */
async function mailToSort(test: TestServer, { workspaceId, mailbox }: Seeded<string>): Promise<string> {
  const id = makeId()
  await inWorkspace(test.server.db, workspaceId, async (tx) => {
    const raw = await tx.selectFrom('incomingMail').selectAll().executeTakeFirstOrThrow()
    await tx
      .insertInto('incomingMail')
      .values({
        workspaceId,
        id,
        mailboxId: mailbox.id,
        envelopeFrom: raw.envelopeFrom,
        envelopeTo: raw.envelopeTo,
        fileId: raw.fileId,
        contentHash: Buffer.from(id),
        state: 'to_sort',
        problem: 'to_sort.unreadable',
        subject: 'Illisible',
        sender: raw.sender,
      })
      .execute()
  })
  return id
}

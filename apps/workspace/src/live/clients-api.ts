import type {
  AddChoiceInput,
  AddFieldInput,
  ChangeChoiceInput,
  ChangeFieldInput,
  ChangeTagInput,
} from '@comptoir/contract/client-fields'
import type { SetFieldInput } from '@comptoir/contract/field-values'
import type { AddClientInput, ChangeClientNoteInput } from '@comptoir/contract/clients'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'

export type ClientsApi = ReturnType<typeof clientsApi>

/** All that is asked of the server about the clients of one business. */
export function clientsApi(slug: string) {
  const here = api.api.w[':slug'].clients
  const one = here[':clientId']
  const note = one.notes[':noteId']
  const ofInbox = api.api.w[':slug'].inbox.clients[':clientId']
  const of = (clientId: string) => ({ slug, clientId })
  return {
    open: (clientId: string) => ask(one.$get({ param: of(clientId) })),
    add: (json: AddClientInput) => ask(here.$post({ param: { slug }, json })),
    alike: (email: string, phone: string) => ask(here.alike.$get({ param: { slug }, query: { email, phone } })),
    setField: (clientId: string, json: SetFieldInput) => ask(one.fields.$put({ param: of(clientId), json })),
    tag: (clientId: string, tags: string[], commandId: string) =>
      ask(one.tags.$put({ param: of(clientId), json: { commandId, tags } })),
    showImages: (clientId: string, images: 'shown' | 'asked', commandId: string) =>
      ask(one.images.$put({ param: of(clientId), json: { commandId, images } })),
    files: (clientId: string, after?: string) => ask(ofInbox.files.$get({ param: of(clientId), query: { after } })),
    addNote: (clientId: string, json: { commandId: string; id: string; body: string }) =>
      ask(one.notes.$post({ param: of(clientId), json })),
    changeNote: (clientId: string, noteId: string, json: ChangeClientNoteInput) =>
      ask(note.$put({ param: { ...of(clientId), noteId }, json })),
    removeNote: (clientId: string, noteId: string, commandId: string) =>
      ask(note.remove.$post({ param: { ...of(clientId), noteId }, json: { commandId } })),

    setup: () => ask(here.setup.$get({ param: { slug } })),
    tags: () => ask(here.tags.$get({ param: { slug } })),
    addField: (json: AddFieldInput) => ask(here.fields.$post({ param: { slug }, json })),
    changeField: (fieldId: string, json: ChangeFieldInput) =>
      ask(here.fields[':fieldId'].$put({ param: { slug, fieldId }, json })),
    removeField: (fieldId: string, commandId: string) =>
      ask(here.fields[':fieldId'].remove.$post({ param: { slug, fieldId }, json: { commandId } })),
    orderFields: (ids: string[], commandId: string) =>
      ask(here.fields.order.$put({ param: { slug }, json: { commandId, ids } })),
    addChoice: (json: AddChoiceInput) => ask(here.choices.$post({ param: { slug }, json })),
    changeChoice: (choiceId: string, json: ChangeChoiceInput) =>
      ask(here.choices[':choiceId'].$put({ param: { slug, choiceId }, json })),
    removeChoice: (choiceId: string, commandId: string) =>
      ask(here.choices[':choiceId'].remove.$post({ param: { slug, choiceId }, json: { commandId } })),
    orderChoices: (ids: string[], commandId: string) =>
      ask(here.choices.order.$put({ param: { slug }, json: { commandId, ids } })),
    changeTag: (tagId: string, json: ChangeTagInput) => ask(here.tags[':tagId'].$put({ param: { slug, tagId }, json })),
    removeTag: (tagId: string, commandId: string) =>
      ask(here.tags[':tagId'].remove.$post({ param: { slug, tagId }, json: { commandId } })),
  }
}

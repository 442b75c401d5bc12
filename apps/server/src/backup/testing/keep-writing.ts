import { makeId } from '@comptoir/rules/uuid'
import { receive, reply, type Shop } from '../../inbox/testing/open-shop.ts'
import { addClient, addConversation } from '../../testing/conversations.ts'
import { asPerson } from '../../testing/as-person.ts'
import { uploadFile } from '../../testing/upload-file.ts'

/** People who work without a pause until they are told to stop: they write, answer, sort, and send files. */
export function keepWriting(shop: Shop) {
  let done = 0
  let stopping = false
  const work = async (at: number) => {
    for (let i = at; !stopping; i += people) {
      await act(shop, i)
      done++
    }
  }
  const working = Promise.all(Array.from({ length: people }, (_, at) => work(at)))
  return {
    done: () => done,
    async stop() {
      stopping = true
      await working
    },
  }
}

const people = 4

async function act(shop: Shop, i: number) {
  const { sophie, hugo, path, lea } = shop
  const ask = asPerson(i % 2 ? sophie : hugo)
  const commandId = makeId()
  const acts = [
    () => receive(shop),
    async () => {
      const fileIds = [await upload(shop, `Un plan, le ${i}e. `.repeat(1 + ((i * 37) % 4000)))]
      return ask.post(`${path}/replies`, reply({ conflict: 'anyway', fileIds }))
    },
    () => ask.put(`${path}/assignee`, { commandId, assigneeId: i % 3 ? lea.userId : null }),
    () => ask.post(`${path}/notes`, { commandId, noteId: makeId(), body: `Vu, ${i} fois.\t\\N « été »` }),
    async () => addConversation(shop.test, shop.shop, { client: await addClient(shop.test, shop.shop, `Client ${i}`) }),
    () => ask.post(`${path}/unread`, { commandId }),
    () => ask.post(`${path}/${i % 2 ? 'archive' : 'reopen'}`, { commandId }),
  ]
  await acts[i % acts.length]!()
}

/** Sophie or Hugo sends a file; answers its id. */
export function upload({ hugo, sophie }: Shop, text: string): Promise<string> {
  return uploadFile(text.length % 2 ? hugo : sophie, text)
}

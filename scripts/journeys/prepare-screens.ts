import type { Installation } from '@comptoir/contract/identity'
import type { SandboxPage, ToSortPage } from '@comptoir/contract/messaging'
import { makeId } from '@comptoir/rules/uuid'
import { createTransport } from 'nodemailer'
import { request } from 'playwright-core'
import { expect, vi } from 'vitest'
import type { RunningComptoir } from '../testing/running-comptoir.ts'

/** What the screens of the example business need to be worth looking at. */
export async function prepareScreens(comptoir: RunningComptoir) {
  const context = await request.newContext({ baseURL: comptoir.url })
  const get = async <T>(path: string) => (await (await context.get(path)).json()) as T
  const { exampleMembers } = await get<Installation>('/api/installation')
  const ownerId = exampleMembers.find((member) => member.role === 'owner')!.userId
  await context.post('/api/example/sign-in', { data: { userId: ownerId } })
  const here = '/api/w/maison-lambert'

  await writeFromOwnAddress(comptoir.mailPort)
  const guest = { commandId: makeId(), email: 'lea@exemple.example', role: 'member' }
  await context.post(`${here}/members/invitations`, { data: guest })
  const prepared = await vi.waitFor(async () => {
    const letter = (await get<SandboxPage>(`${here}/messaging/sandbox`)).mails[0]!
    const mail = (await get<ToSortPage>(`${here}/inbox/to-sort`)).mails[0]!
    const invitation = comptoir
      .printed()
      .join('\n')
      .match(/\/invitation\/\S+/)?.[0]
    expect([letter, mail, invitation]).not.toContain(undefined)
    return {
      conversationId: letter.conversationId,
      deliveryId: letter.deliveryId,
      mailId: mail.id,
      invitation: invitation!,
    }
  }, 30_000)
  await context.dispose()
  return { ...prepared, ownerId }
}

/** A mail that cannot be filed by itself. */
async function writeFromOwnAddress(port: number) {
  const program = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, allowInternalNetworkInterfaces: true })
  const own = 'maison-lambert@127.0.0.1'
  await program.sendMail({ from: own, to: own, subject: 'Numérisation de la copieuse', text: 'Voir la pièce jointe.' })
}

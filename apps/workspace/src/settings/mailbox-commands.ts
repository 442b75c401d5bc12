import type { MailboxView } from '@comptoir/contract/mailboxes'
import { makeId } from '@comptoir/rules/uuid'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createPress } from '../app/create-act.ts'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'

/** What an admin does to a mailbox in one press, with its way back where there is one. */
export function useMailboxCommands() {
  const { t } = useLanguage()
  const { slug } = useWorkspace()
  const boxes = api.api.w[':slug'].messaging.mailboxes
  const about = ({ id }: MailboxView) => ({ param: { slug, mailboxId: id }, json: { commandId: makeId() } })

  function done(text: string, undo?: () => void) {
    void showToast({ text, tone: 'success', action: undo && { label: t('common.undo'), onClick: undo } })
  }

  const resume = createPress(async (mailbox: MailboxView) => {
    await ask(boxes[':mailboxId'].resume.$post(about(mailbox)))
    done(t('mailboxes.resumed', { name: mailbox.name }))
  })
  const pause = createPress(async (mailbox: MailboxView) => {
    await ask(boxes[':mailboxId'].pause.$post(about(mailbox)))
    done(t('mailboxes.paused', { name: mailbox.name }), () => void resume.run(mailbox))
  })
  const makeDefault = createPress(async (mailbox: MailboxView) => {
    await ask(boxes[':mailboxId']['make-default'].$post(about(mailbox)))
    done(t('mailboxes.now_default', { name: mailbox.name }))
  })
  const disconnect = createPress(async (mailbox: MailboxView) => {
    await ask(boxes[':mailboxId'].disconnect.$post(about(mailbox)))
    done(t('mailboxes.disconnected', { name: mailbox.name }))
  })
  const addAgain = createPress(async ({ name, address, ownerId, hourlyLimit, dailyLimit, carrier }: MailboxView) => {
    const json = { commandId: makeId(), id: makeId(), name, address, ownerId, hourlyLimit, dailyLimit }
    await ask(boxes.$post({ param: { slug }, json }))
    // Its password went with it.
    done(t(carrier === 'smtp' ? 'mailboxes.back_unconnected' : 'mailboxes.back', { name }))
  })
  const remove = createPress(async (mailbox: MailboxView) => {
    await ask(boxes[':mailboxId'].remove.$post(about(mailbox)))
    done(t('mailboxes.removed', { name: mailbox.name }), () => void addAgain.run(mailbox))
  })
  return { resume, pause, makeDefault, disconnect, remove }
}

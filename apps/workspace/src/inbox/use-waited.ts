import { createMemo, createSignal } from 'solid-js'
import { dayMinutes, waitedMinutes } from '@comptoir/rules/waited-for'
import { onServerClock, serverNow } from '@comptoir/wire/server-clock'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'

const [now, setNow] = createSignal(new Date(serverNow()))
let isTicking = false

/** Says how long a client has waited for an answer, in the opening hours of the business where it told them, live. */
export function useWaited(since: () => string | null) {
  const { t } = useLanguage()
  const { workspace } = useWorkspace()
  if (!isTicking) {
    setInterval(tick, 30_000)
    onServerClock(tick)
    tick()
  }
  isTicking = true
  const minutes = createMemo(() => {
    const from = since()
    return from === null ? null : waitedMinutes(new Date(from), now(), workspace.openingHours, workspace.timeZone)
  })
  return () => {
    const n = minutes()
    if (n === null) return null
    const day = dayMinutes(workspace.openingHours)
    const time =
      n < 60
        ? t('inbox.waiting.minutes', { n })
        : n < day
          ? t('inbox.waiting.hours', { n: Math.floor(n / 60) })
          : t('inbox.waiting.days', { n: Math.floor(n / day) })
    return { time, sentence: t(workspace.openingHours ? 'inbox.waiting.since_open' : 'inbox.waiting.since', { time }) }
  }
}

function tick() {
  setNow(new Date(serverNow()))
}

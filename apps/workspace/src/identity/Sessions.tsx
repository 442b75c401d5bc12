import { For, Show } from 'solid-js'
import type { SessionView } from '@comptoir/contract/identity'
import { Button } from '@comptoir/ui/Button'
import { Card } from '@comptoir/ui/Card'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { Tag } from '@comptoir/ui/Tag'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createPress } from '../app/create-act.ts'
import { createFetched } from '../app/create-fetched.ts'
import { useLanguage } from '../app/create-language.ts'
import { Fetched } from '../app/Fetched.tsx'
import './Sessions.css'

/** Where one is signed in, and the way to end it there. */
export function Sessions() {
  const { t } = useLanguage()
  const sessions = createFetched(
    () => 'sessions',
    () => ask(api.api.sessions.$get()),
  )
  const revokeOthers = createPress(async () => {
    await ask(api.api.sessions['revoke-others'].$post())
    sessions.change((all) => all.filter((one) => one.current))
    void showToast({ tone: 'success', text: t('identity.sessions_ended') })
  })
  const others = () => sessions.value()?.some((one) => !one.current)
  return (
    <Card
      title={t('identity.sessions')}
      actions={
        <Show when={others()}>
          <Button size="sm" busy={revokeOthers.busy()} onClick={() => void revokeOthers.run()}>
            {t('identity.end_others')}
          </Button>
        </Show>
      }
    >
      <Fetched of={sessions} loading={<SkeletonLines />}>
        {(all) => (
          <ul class="sessions">
            <For each={all()}>
              {(one) => (
                <SessionRow
                  session={one}
                  ended={() => sessions.change((those) => those.filter((other) => other.id !== one.id))}
                />
              )}
            </For>
          </ul>
        )}
      </Fetched>
    </Card>
  )
}

function SessionRow(props: { session: SessionView; ended: () => void }) {
  const { t, format } = useLanguage()
  const device = () => props.session.device || t('identity.unknown_device')
  const revoke = createPress(async () => {
    await ask(api.api.sessions[':sessionId'].$delete({ param: { sessionId: props.session.id } }))
    props.ended()
    void showToast({ tone: 'success', text: t('identity.session_ended', { device: device() }) })
  })
  return (
    <li class="session-row">
      <div class="session-words">
        <span class="session-device">
          {device()}
          <Show when={props.session.current}>
            <Tag tone="accent">{t('identity.this_session')}</Tag>
          </Show>
        </span>
        <span class="session-detail">
          {t('identity.session_used', { when: format().when(props.session.lastUsedAt), ip: props.session.ip })}
        </span>
      </div>
      <Show when={!props.session.current}>
        <Button
          size="sm"
          busy={revoke.busy()}
          aria-label={t('identity.end_session', { device: device() })}
          onClick={() => void revoke.run()}
        >
          {t('identity.end')}
        </Button>
      </Show>
    </li>
  )
}

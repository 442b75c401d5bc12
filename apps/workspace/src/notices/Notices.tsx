import { createEffect, For, on, Show } from 'solid-js'
import BellOff from 'lucide-solid/icons/bell-off'
import Settings2 from 'lucide-solid/icons/settings-2'
import CheckCheck from 'lucide-solid/icons/check-check'
import { Button } from '@comptoir/ui/Button'
import { Drawer } from '@comptoir/ui/Drawer'
import { EmptyState } from '@comptoir/ui/EmptyState'
import { LinkButton } from '@comptoir/ui/LinkButton'
import { SkeletonRows } from '@comptoir/ui/SkeletonRows'
import { mostNotices } from '@comptoir/contract/notices'
import { api } from '@comptoir/wire/api'
import { applyToNotices, type NoticesState } from '@comptoir/wire/apply/notices'
import { ask } from '@comptoir/wire/ask'
import { createPress } from '../app/create-act.ts'
import { useLanguage } from '../app/create-language.ts'
import { useOverlays } from '../app/create-overlays.ts'
import { createSlice } from '../app/create-slice.ts'
import { Fetched } from '../app/Fetched.tsx'
import { useWorkspace } from '../app/workspace-context.ts'
import { sendCommand } from '../live/send-command.ts'
import { NoticeItem } from './NoticeItem.tsx'
import './Notices.css'

/** What one was told of: what was not seen first. */
export default function Notices() {
  const { t } = useLanguage()
  const { slug, counts } = useWorkspace()
  const overlays = useOverlays()
  const here = api.api.w[':slug'].inbox.notices
  const slice = createSlice(
    () => slug,
    (): Promise<NoticesState> => ask(here.$get({ param: { slug } })),
    applyToNotices,
  )
  createEffect(() => slice.value()?.stale && slice.retry())
  // What could not be fetched is asked for again by whoever opens it again.
  createEffect(
    on(
      () => overlays.isOpen('notices'),
      (isOpen) => isOpen && slice.state().is === 'failed' && slice.retry(),
      { defer: true },
    ),
  )
  const see = (of: { is: 'all' } | { is: 'these'; ids: string[] }) =>
    sendCommand((commandId) => ask(here.seen.$post({ param: { slug }, json: { commandId, of } })))
  const seeAll = createPress(() => see({ is: 'all' }))
  const seeOne = createPress((id: string) => see({ is: 'these', ids: [id] }))
  return (
    <Drawer
      open={overlays.isOpen('notices')}
      onOpenChange={(open) => overlays.set('notices', open)}
      title={t('notices.title')}
      closeLabel={t('common.close')}
      foot={
        <>
          <LinkButton href={`/w/${slug}/account#notifications`} tone="ghost" icon={<Settings2 aria-hidden="true" />}>
            {t('notices.settings')}
          </LinkButton>
          <Button
            icon={<CheckCheck aria-hidden="true" />}
            disabled={counts.notices === 0}
            busy={seeAll.busy()}
            onClick={() => void seeAll.run()}
          >
            {t('notices.see_all')}
          </Button>
        </>
      }
    >
      <Fetched of={slice} loading={<SkeletonRows label={t('common.loading')} />}>
        {(state) => (
          <Show
            when={state().notices.length > 0}
            fallback={<EmptyState icon={<BellOff />} title={t('notices.empty')} text={t('notices.empty_text')} />}
          >
            <ul class="notices">
              <For each={state().notices}>
                {(notice) => (
                  <NoticeItem
                    notice={notice}
                    onOpen={() => {
                      overlays.leave()
                      if (!notice.seenAt) void seeOne.run(notice.id)
                    }}
                  />
                )}
              </For>
            </ul>
            <Show when={state().notices.length >= mostNotices}>
              <p class="notices-end">{t('notices.latest', { n: mostNotices })}</p>
            </Show>
          </Show>
        )}
      </Fetched>
    </Drawer>
  )
}

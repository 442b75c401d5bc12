import { createMemo, createSignal, Show, untrack } from 'solid-js'
import type { ConversationRow } from '@comptoir/contract/inbox'
import { mostMerged } from '@comptoir/contract/merging'
import { Banner } from '@comptoir/ui/Banner'
import { Button } from '@comptoir/ui/Button'
import { Dialog } from '@comptoir/ui/Dialog'
import { useLanguage } from '../../app/create-language.ts'
import { useInbox } from '../inbox-context.ts'
import { ConversationFinder } from './ConversationFinder.tsx'
import { createMergingActs } from './create-merging-acts.ts'
import { MergedChoice } from './MergedChoice.tsx'
import '../../app/Form.css'

/** Which conversations become one, and which of them stays: the one that is open, else the oldest. */
export default function MergeDialog(props: { what: { conversationId: string } | 'chosen'; onDone: () => void }) {
  const { t } = useLanguage()
  const inbox = useInbox()
  const acts = createMergingActs()
  const [rows, setRows] = createSignal(untrack(rowsMeant))
  const [chosenId, choose] = createSignal<string>()
  const [error, setError] = createSignal<string>()
  /** Ids are made in the order of time. */
  const oldestId = () =>
    rows()
      .map(({ id }) => id)
      .sort()[0]
  const intoId = createMemo(() => {
    const wanted = chosenId() ?? (props.what === 'chosen' ? undefined : props.what.conversationId)
    return rows().some(({ id }) => id === wanted) ? wanted : oldestId()
  })
  const into = () => rows().find(({ id }) => id === intoId())
  const strangers = () => [
    ...new Set(
      rows()
        .filter(({ clientId }) => clientId !== into()?.clientId)
        .map(({ clientName }) => clientName),
    ),
  ]

  function rowsMeant(): ConversationRow[] {
    const { what } = props
    if (what !== 'chosen') return [inbox.rowOf(what.conversationId) ?? []].flat()
    const shown = inbox.live.lists.peek(inbox.list() ?? '')?.rows ?? []
    return shown.filter(({ id, state }) => inbox.selection.has(id) && state !== 'deleted')
  }

  function merge() {
    const stays = intoId()
    const others = rows()
      .map(({ id }) => id)
      .filter((id) => id !== stays)
    if (!stays || others.length === 0) return setError(t('merging.too_few'))
    if (others.length > mostMerged) return setError(t('merging.too_many', { n: mostMerged }))
    props.onDone()
    if (props.what === 'chosen') inbox.selection.clear()
    void acts.merge(stays, others)
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onDone()}
      title={t('merging.title')}
      description={t('merging.text')}
      closeLabel={t('common.close')}
    >
      <form
        class="form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          merge()
        }}
      >
        <ConversationFinder
          label={t('merging.add')}
          error={error()}
          clientId={into()?.clientId}
          except={rows().map(({ id }) => id)}
          onPick={(row) => {
            setError(undefined)
            setRows([...rows(), row])
          }}
        />
        <MergedChoice
          rows={rows()}
          intoId={intoId()}
          onChoose={choose}
          onRemove={(id) => setRows(rows().filter((row) => row.id !== id))}
        />
        <Show when={strangers().length > 0}>
          <Banner tone="warning">
            {t('merging.other_client', { others: strangers().join(', '), client: into()?.clientName ?? '' })}
          </Banner>
        </Show>
        <div class="form-foot">
          <Button type="submit" tone="primary">
            {t('merging.submit')}
          </Button>
          <Button onClick={() => props.onDone()}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

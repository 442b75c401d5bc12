import Copy from 'lucide-solid/icons/copy'
import type { SigningKey } from '@comptoir/contract/signing'
import { IconButton } from '@comptoir/ui/IconButton'
import '@comptoir/ui/Field.css'
import { useLanguage } from '../app/create-language.ts'
import { useCopy } from '../app/use-copy.ts'

/** A TXT record as it is typed at the host of a domain: each part can be copied. */
export function DnsRecord(props: { of: SigningKey }) {
  const { t } = useLanguage()
  const fullName = () => `${props.of.recordName}.${props.of.domain}`
  return (
    <dl class="dns-record">
      <Part label={t('signing.name')} text={props.of.recordName} hint={t('signing.name_hint', { name: fullName() })} />
      <Part label={t('signing.value')} text={props.of.recordValue} hint={t('signing.value_hint')} />
    </dl>
  )
}

function Part(props: { label: string; text: string; hint: string }) {
  const { t } = useLanguage()
  const copy = useCopy()
  let shown: HTMLElement | undefined
  const select = () => shown && getSelection()?.selectAllChildren(shown)
  return (
    <div class="dns-part">
      <dt>{props.label}</dt>
      <dd>
        <code ref={shown}>{props.text}</code>
        <p class="field-hint">{props.hint}</p>
      </dd>
      <dd class="dns-copy">
        <IconButton
          tone="secondary"
          label={`${t('common.copy')} · ${props.label}`}
          onClick={() => void copy(props.text, select)}
        >
          <Copy />
        </IconButton>
      </dd>
    </div>
  )
}

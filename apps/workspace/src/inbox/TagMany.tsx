import TagIcon from 'lucide-solid/icons/tag'
import { lazy, Suspense } from 'solid-js'
import { IconButton } from '@comptoir/ui/IconButton'
import { Popover } from '@comptoir/ui/Popover'
import { useLanguage } from '../app/create-language.ts'
import { useKeysOf } from '../app/use-key-caps.ts'

const TagChoice = lazy(() => import('./TagChoice.tsx'))

/** Gives a tag to the clients of the conversations that are chosen. */
export function TagMany(props: { onTag: (tag: string) => void }) {
  const { t } = useLanguage()
  const keysOf = useKeysOf()
  return (
    <Popover
      label={t('bulk.tag')}
      place="bottom-end"
      trigger={(bind) => (
        <IconButton size="sm" {...bind} data-opens="tag-chosen" label={t('bulk.tag')} shortcut={keysOf('tag')}>
          <TagIcon />
        </IconButton>
      )}
    >
      {(close) => (
        <Suspense>
          <TagChoice
            onTag={(tag) => {
              close()
              props.onTag(tag)
            }}
          />
        </Suspense>
      )}
    </Popover>
  )
}

import TagIcon from 'lucide-solid/icons/tag'
import { lazy, Suspense } from 'solid-js'
import { IconButton } from '@comptoir/ui/IconButton'
import { Popover } from '@comptoir/ui/Popover'
import { useLanguage } from '../app/create-language.ts'

const TagChoice = lazy(() => import('./TagChoice.tsx'))

/** Gives a tag to the clients of the conversations that are chosen. */
export function TagMany(props: { onTag: (tag: string) => void }) {
  const { t } = useLanguage()
  return (
    <Popover
      label={t('bulk.tag')}
      place="bottom-end"
      trigger={(bind) => (
        <IconButton size="sm" {...bind} label={t('bulk.tag')}>
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

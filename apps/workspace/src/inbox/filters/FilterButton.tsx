import ListFilter from 'lucide-solid/icons/list-filter'
import { lazy, Suspense } from 'solid-js'
import { IconButton } from '@comptoir/ui/IconButton'
import { Popover } from '@comptoir/ui/Popover'
import { useLanguage } from '../../app/create-language.ts'
import { useKeysOf } from '../../app/use-key-caps.ts'

const FilterFields = lazy(() => import('./FilterFields.tsx'))

/** The way to narrow the list. */
export function FilterButton() {
  const { t } = useLanguage()
  const keysOf = useKeysOf()
  return (
    <Popover
      label={t('filters.label')}
      place="bottom-end"
      trigger={(bind) => (
        <IconButton {...bind} data-opens="filters" label={t('filters.label')} shortcut={keysOf('filter')}>
          <ListFilter />
        </IconButton>
      )}
    >
      {() => (
        <Suspense>
          <FilterFields />
        </Suspense>
      )}
    </Popover>
  )
}

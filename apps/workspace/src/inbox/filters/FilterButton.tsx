import ListFilter from 'lucide-solid/icons/list-filter'
import { lazy, Suspense } from 'solid-js'
import { IconButton } from '@comptoir/ui/IconButton'
import { Popover } from '@comptoir/ui/Popover'
import { useLanguage } from '../../app/create-language.ts'

const FilterFields = lazy(() => import('./FilterFields.tsx'))

/** Opens the filters for a key that was pressed elsewhere. */
export function openFilters() {
  document.querySelector<HTMLElement>('[data-opens="filters"]')?.click()
}

/** The way to narrow the list. */
export function FilterButton() {
  const { t } = useLanguage()
  return (
    <Popover
      label={t('filters.label')}
      place="bottom-end"
      trigger={(bind) => (
        <IconButton {...bind} data-opens="filters" label={t('filters.label')} shortcut="F">
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

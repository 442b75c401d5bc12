import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import { IconButton } from '@comptoir/ui/IconButton'
import { useLanguage } from '../../app/create-language.ts'
import type { Moving } from './create-moving.ts'

/** One place up, one place down. At an end the way on is closed, and keeps the focus that led there. */
export function MoveButtons(props: { moving: Moving; id: string; name: string }) {
  const { t } = useLanguage()
  const place = () => props.moving.placeOf(props.id)
  return (
    <>
      <IconButton
        size="sm"
        label={t('forms.move_up', { name: props.name })}
        data-moves={props.id}
        data-way="up"
        aria-disabled={place() === 'first' || place() === 'only'}
        onClick={() => props.moving.move(props.id, -1)}
      >
        <ArrowUp />
      </IconButton>
      <IconButton
        size="sm"
        label={t('forms.move_down', { name: props.name })}
        data-moves={props.id}
        data-way="down"
        aria-disabled={place() === 'last' || place() === 'only'}
        onClick={() => props.moving.move(props.id, 1)}
      >
        <ArrowDown />
      </IconButton>
    </>
  )
}

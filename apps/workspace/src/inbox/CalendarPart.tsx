import CalendarDays from 'lucide-solid/icons/calendar-days'
import { Show } from 'solid-js'
import type { CalendarCard } from '@comptoir/contract/timeline'
import { useLanguage } from '../app/create-language.ts'
import './CalendarPart.css'

/** An invitation that came with a mail, or an answer to one. */
export function CalendarPart(props: { card: CalendarCard }) {
  const { t, format } = useLanguage()
  const when = () => {
    const { startsAt, endsAt } = props.card
    if (!startsAt) return ''
    const { date, full, time, wholeDay } = format()
    const say = startsAt.length === DATE_LENGTH ? wholeDay : full
    if (!endsAt || endsAt === startsAt) return say(startsAt)
    const to = say === full && date(startsAt) === date(endsAt) ? time(endsAt) : say(endsAt)
    return t('inbox.calendar.span', { from: say(startsAt), to })
  }
  const kind = () => {
    const { method, answer } = props.card
    return method === 'reply' && answer ? t(`inbox.calendar.answer_${answer}`) : t(`inbox.calendar.${method}`)
  }
  return (
    <section class="calendar-part" aria-label={t('inbox.calendar.label')}>
      <CalendarDays aria-hidden="true" />
      <div>
        <p class="calendar-part-kind">{kind()}</p>
        <p class="calendar-part-title">{props.card.summary || t('inbox.calendar.untitled')}</p>
        <Show when={when()}>{(words) => <p>{words()}</p>}</Show>
        <Show when={props.card.location}>{(place) => <p>{place()}</p>}</Show>
        <Show when={props.card.organizer}>
          {(organizer) => <p class="calendar-part-by">{t('inbox.calendar.by', { name: organizer() })}</p>}
        </Show>
      </div>
    </section>
  )
}

/** 2026-11-22; an instant is longer. */
const DATE_LENGTH = 10

import CalendarCheck from 'lucide-solid/icons/calendar-check'
import Globe from 'lucide-solid/icons/globe'
import House from 'lucide-solid/icons/house'
import Mail from 'lucide-solid/icons/mail'
import Megaphone from 'lucide-solid/icons/megaphone'
import PenLine from 'lucide-solid/icons/pen-line'
import Smartphone from 'lucide-solid/icons/smartphone'
import { Dynamic } from 'solid-js/web'
import type { ConversationRow } from '@comptoir/contract/inbox'

const icons = {
  email: Mail,
  sms: Smartphone,
  form: Globe,
  portal: House,
  staff: PenLine,
  campaign: Megaphone,
  booking: CalendarCheck,
}

/** Where something came from, as a small drawing; the words stand elsewhere. */
export function ChannelIcon(props: { channel: ConversationRow['source'] }) {
  return <Dynamic component={icons[props.channel]} aria-hidden="true" />
}

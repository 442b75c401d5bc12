import type { ClientView } from '@comptoir/contract/clients'
import { Drawer } from '@comptoir/ui/Drawer'
import { useLanguage } from '../app/create-language.ts'
import ClientCard from './ClientCard.tsx'
import './ClientCardDrawer.css'

/** The client's card over the page, where there is no room beside it. */
export default function ClientCardDrawer(props: {
  open: boolean
  onOpenChange: (open: boolean) => void
  client: ClientView
  conversationId: string
}) {
  const { t } = useLanguage()
  return (
    <Drawer
      open={props.open}
      onOpenChange={(open) => props.onOpenChange(open)}
      title={t('clients.card')}
      closeLabel={t('inbox.conversation.close_card')}
    >
      <div class="client-card-drawer">
        <ClientCard client={props.client} conversationId={props.conversationId} />
      </div>
    </Drawer>
  )
}

import { useParams } from '@solidjs/router'
import { Card } from '@comptoir/ui/Card'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createFetched } from '../app/create-fetched.ts'
import { useLanguage } from '../app/create-language.ts'
import { usePageTitle } from '../app/page-title.ts'
import { AcceptInvitation } from './AcceptInvitation.tsx'
import { DeadLink } from './DeadLink.tsx'
import { Doorstep } from './Doorstep.tsx'

/** The page behind the link of an invitation. */
export default function Invitation() {
  const { t } = useLanguage()
  const params = useParams<{ token: string }>()
  const offer = createFetched(
    () => params.token,
    (token) => ask(api.api.invitations[':token'].$get({ param: { token } })),
  )
  const title = () => {
    const found = offer.value()
    return found ? t('identity.join_title', { business: found.workspaceName }) : t('identity.invitation')
  }
  usePageTitle(title)
  return (
    <Doorstep title={title()}>
      <Card>
        <DeadLink
          of={offer}
          loading={<SkeletonLines />}
          dead={{ label: t('identity.back_to_sign_in'), href: '/sign-in' }}
        >
          {(found) => <AcceptInvitation token={params.token} offer={found()} reload={offer.retry} />}
        </DeadLink>
      </Card>
    </Doorstep>
  )
}

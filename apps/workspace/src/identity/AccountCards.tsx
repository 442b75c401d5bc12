import type { Me } from '@comptoir/contract/identity'
import { ChangeDetails } from './ChangeDetails.tsx'
import { ChangePassword } from './ChangePassword.tsx'
import { Sessions } from './Sessions.tsx'

/** What a person may see and change of their own account. */
export function AccountCards(props: { me: Me }) {
  return (
    <>
      <ChangeDetails me={props.me} />
      <ChangePassword />
      <Sessions />
    </>
  )
}

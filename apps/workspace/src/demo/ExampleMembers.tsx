import { useNavigate } from '@solidjs/router'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { For } from 'solid-js'
import type { ExampleMember } from '@comptoir/contract/identity'
import { Avatar } from '@comptoir/ui/Avatar'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createPress } from '../app/create-act.ts'
import { useLanguage } from '../app/create-language.ts'
import { useSession } from '../app/create-session.ts'

/** The people of the example: one press, and one is in as them. */
export function ExampleMembers(props: { members: readonly ExampleMember[] }) {
  const { t } = useLanguage()
  const session = useSession()
  const navigate = useNavigate()
  const enter = createPress(async (member: ExampleMember) => {
    session.setMe(await ask(api.api.example['sign-in'].$post({ json: { userId: member.userId } })))
    navigate(`/w/${member.slug}/inbox`)
  })
  return (
    <ul class="example-members" aria-label={t('demo.enter')}>
      <For each={props.members}>
        {(member) => (
          <li>
            <button
              type="button"
              class="example-member"
              aria-busy={enter.busy() || undefined}
              onClick={() => void enter.run(member)}
            >
              <Avatar name={member.name} seed={member.userId} size="sm" />
              <span class="example-member-words">
                <span class="truncate">{member.name}</span>
                <span class="example-hint truncate">{t(`identity.role_${member.role}`)}</span>
              </span>
              <ChevronRight aria-hidden="true" />
            </button>
          </li>
        )}
      </For>
    </ul>
  )
}

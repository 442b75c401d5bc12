import { useNavigate } from '@solidjs/router'
import Search from 'lucide-solid/icons/search'
import UserRound from 'lucide-solid/icons/user-round'
import { createMemo, createSignal, useContext } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { CommandPalette, type PaletteGroup } from '@comptoir/ui/CommandPalette'
import { matchesQuery } from '@comptoir/ui/match-query.ts'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { actionIcons } from './action-icons.ts'
import type { ActionId } from './actions.ts'
import { CommandsContext, type Command } from './commands.ts'
import { createPress } from './create-act.ts'
import { createClientFinder } from './create-client-finder.ts'
import { useLanguage } from './create-language.ts'
import { useOverlays } from './create-overlays.ts'
import { useKeyCaps } from './use-key-caps.ts'
import { useWorkspace } from './workspace-context.ts'

/** Everything that can be done here, and every client, by typing. */
export default function Palette() {
  const { t } = useLanguage()
  const overlays = useOverlays()
  const commands = useContext(CommandsContext)
  const { slug } = useWorkspace()
  const navigate = useNavigate()
  const [query, setQuery] = createSignal('')
  const clients = useClients(query)
  const capsOf = useKeyCaps()
  const inMessages = (words: string): PaletteGroup[] => {
    if (words === '') return []
    const item = {
      id: 'in-messages',
      label: t('search.in_messages', { words }),
      icon: <Search />,
      onPick: () => navigate(`/w/${slug}/inbox?q=${encodeURIComponent(words)}`),
    }
    return [{ label: t('shell.search'), items: [item] }]
  }
  // Kept: the palette finds what was picked by identity.
  const groups = createMemo(() => {
    const all = commands?.available() ?? []
    const answering = all.filter((one) => one.in !== 'help' && matchesQuery(query(), one.label()))
    return [...grouped(answering, capsOf), ...inMessages(query().trim()), ...clients.group()]
  })
  return (
    <CommandPalette
      open={overlays.isOpen('palette')}
      onOpenChange={(open) => {
        setQuery('')
        overlays.set('palette', open)
      }}
      label={t('shell.search')}
      placeholder={t('shell.palette_placeholder')}
      query={query()}
      onQuery={setQuery}
      groups={groups()}
      pendingLabel={clients.pending() ? t('common.loading') : undefined}
      emptyText={t('shell.palette_empty')}
    />
  )
}

/** Clients by name, company or address; the one picked is opened at their last conversation. */
function useClients(query: () => string) {
  const { t } = useLanguage()
  const { slug } = useWorkspace()
  const navigate = useNavigate()
  const found = createClientFinder(query)
  const wanted = () => query().trim() !== ''
  const open = createPress(async (clientId: string) => {
    const conversations = api.api.w[':slug'].inbox.clients[':clientId'].conversations
    const { rows } = await ask(conversations.$get({ param: { slug, clientId }, query: {} }))
    navigate(rows[0] ? `/w/${slug}/inbox/c/${rows[0].id}` : `/w/${slug}/inbox`)
  })
  const items = () =>
    found()?.map((client) => ({
      id: client.id,
      label: client.name,
      detail: [client.company, client.email, client.town].filter(Boolean).join(' · '),
      icon: <UserRound />,
      onPick: () => void open.run(client.id),
    })) ?? []
  return {
    group: (): PaletteGroup[] =>
      wanted() && items().length > 0 ? [{ label: t('shell.clients'), items: items() }] : [],
    pending: () => wanted() && !found(),
  }
}

function grouped(commands: readonly Command[], capsOf: (keys: string) => string[]): PaletteGroup[] {
  return [...Map.groupBy(commands, (command) => command.group())].map(([label, those]) => ({
    label,
    items: those.map((command) => ({
      id: command.id,
      label: command.label(),
      icon: <Dynamic component={actionIcons[command.id as ActionId]} />,
      shortcut: command.keys && capsOf(command.keys).join(' '),
      onPick: command.run,
    })),
  }))
}

import { createMemo, createSignal, useContext } from 'solid-js'
import { CommandPalette, type PaletteGroup } from '@comptoir/ui/CommandPalette'
import { matchesQuery } from '@comptoir/ui/match-query.ts'
import { CommandsContext, type Command } from './commands.ts'
import { useLanguage } from './create-language.ts'
import { useOverlays } from './create-overlays.ts'

/** Everything that can be done here, by typing. */
export default function Palette() {
  const { t } = useLanguage()
  const overlays = useOverlays()
  const commands = useContext(CommandsContext)
  const [query, setQuery] = createSignal('')
  const found = createMemo(() => {
    const all = commands?.available() ?? []
    return grouped(all.filter((one) => one.shown !== 'keys' && matchesQuery(query(), one.label())))
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
      groups={found()}
      emptyText={t('shell.palette_empty')}
    />
  )
}

function grouped(commands: readonly Command[]): PaletteGroup[] {
  return [...Map.groupBy(commands, (command) => command.group())].map(([label, those]) => ({
    label,
    items: those.map((command) => ({
      id: command.id,
      label: command.label(),
      icon: command.icon?.(),
      shortcut: command.keys?.toUpperCase().replace('CTRL+', 'Ctrl '),
      onPick: command.run,
    })),
  }))
}

import { IconButton } from '@comptoir/ui/IconButton'
import { createTheme } from '@comptoir/ui/theme.ts'
import Moon from 'lucide-solid/icons/moon'
import Sun from 'lucide-solid/icons/sun'
import { For, Show } from 'solid-js'
import { families, type Family } from './families.ts'
import './Gallery.css'

export default function Gallery() {
  const theme = createTheme()
  return (
    <div class="gallery">
      <header class="gallery-head">
        <h1>Galerie</h1>
        <nav class="gallery-nav" aria-label="Familles">
          <For each={families}>{(family) => <a href={`#${idOf(family.title)}`}>{family.title}</a>}</For>
        </nav>
        <IconButton
          label={theme.shown() === 'dark' ? 'Thème clair' : 'Thème sombre'}
          onClick={() => theme.choose(theme.shown() === 'dark' ? 'light' : 'dark')}
        >
          <Show when={theme.shown() === 'dark'} fallback={<Moon />}>
            <Sun />
          </Show>
        </IconButton>
      </header>
      <main>
        <For each={families}>{(family) => <FamilyOfStates family={family} />}</For>
      </main>
    </div>
  )
}

function FamilyOfStates(props: { family: Family }) {
  return (
    <section class="gallery-family" id={idOf(props.family.title)}>
      <h2>{props.family.title}</h2>
      <For each={Object.entries(props.family.states)}>
        {([name, State]) => (
          <figure class="gallery-state">
            <figcaption>{name}</figcaption>
            <div class="gallery-frame">
              <State />
            </div>
          </figure>
        )}
      </For>
    </section>
  )
}

function idOf(title: string) {
  return title.toLocaleLowerCase('fr').replaceAll(/[^\p{L}\p{N}]+/gu, '-')
}

import type { Component } from 'solid-js'

/** A family of components: its name, and each state a person can meet. */
export type Family = { title: string; states: Record<string, Component> }

/** Every `*.gallery.tsx` beside the components. Apart from any JSX, which Vite cannot scan for globs. */
export const families = Object.values({
  ...import.meta.glob<Family>('../../../../packages/ui/src/**/*.gallery.tsx', { eager: true }),
  ...import.meta.glob<Family>('../**/*.gallery.tsx', { eager: true }),
}).toSorted((one, other) => one.title.localeCompare(other.title, 'fr'))

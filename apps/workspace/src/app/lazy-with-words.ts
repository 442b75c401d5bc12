import { lazy, type Component } from 'solid-js'
import type { Language } from './create-language.ts'

export type Loading<Props extends object> = () => Promise<{ default: Component<Props> }>

/** A part of the screen that is fetched when it is first shown, with the words that the first page does not need. */
export function lazyWithWords<Props extends object>({ learnPages }: Language, load: Loading<Props>) {
  return lazy<Component<Props>>(async () => (await Promise.all([load(), learnPages()]))[0])
}

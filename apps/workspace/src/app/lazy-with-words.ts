import { createComponent, lazy, type Component } from 'solid-js'
import { useLanguage } from './create-language.ts'

export type Loading<Props extends object> = () => Promise<{ default: Component<Props> }>

/**
 * A part of the screen that is fetched when it is first shown, with the words that the first page does not need. Made
 * once, outside of components: what was fetched is there at once the next time. What could not be fetched is asked for
 * again when it is next shown.
 */
export function lazyWithWords<Props extends object>(load: Loading<Props>): Component<Props> {
  let part = begin()
  function begin() {
    return lazy<Component<Props>>(async () => {
      const { learnPages } = useLanguage()
      try {
        return (await Promise.all([load(), learnPages()]))[0]
      } catch (error) {
        part = begin()
        throw error
      }
    })
  }
  return (props) => createComponent(part, props)
}

import { actions, type Action, type ActionId } from './actions.ts'
import { useLanguage } from './create-language.ts'
import { keyCaps } from './name-of-keys.ts'

/** The keys of an action as they stand on a keyboard: `keys('send')` is « Ctrl Entrée ». */
export function useKeysOf(): (id: ActionId) => string {
  const caps = useKeyCaps()
  return (id) => caps((actions[id] as Action).keys ?? '').join(' ')
}

/** The same for keys of one's own, each apart. */
export function useKeyCaps(): (keys: string) => string[] {
  const { t } = useLanguage()
  return (keys) =>
    keyCaps(keys, {
      shift: t('keyboard.cap_shift'),
      enter: t('keyboard.cap_enter'),
      escape: t('keyboard.cap_escape'),
    })
}

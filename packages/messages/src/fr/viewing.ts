import type { Words } from '../words.ts'

/** Looking at the business as somebody else sees it. */
export const viewing = {
  as: 'Vous voyez comme {name}.',
  only: 'Rien de ce que vous faites ici ne change quoi que ce soit.',
  leave: 'Quitter',
  leave_action: 'Ne plus voir comme quelqu’un d’autre',
  begin: 'Voir comme {name}',
  hint: 'Son écran, sans rien y changer',
  log: 'Qui a vu comme qui',
  line: '{viewer} a vu comme {name}',
} satisfies Words

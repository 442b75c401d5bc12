import type { VariableName, VariableTexts } from '@comptoir/contract/templates'

/** What a joiner writes again and again; always the same ones. */
export interface SavedReply {
  name: string
  category: string
  bodyHtml: string
  fallbacks: VariableTexts
  /** How often it was used so far. */
  uses: number
}

const of = (name: VariableName) => `<span data-variable="${name}">${name}</span>`
const hello = `Bonjour ${of('client_first_name')},`
const fallbacks = { client_first_name: 'Madame, Monsieur' }

/** One line each; a list is told by its marks. */
function reply(category: string, name: string, uses: number, lines: string[]): SavedReply {
  const blocks = [hello, ...lines].map((line) =>
    line.startsWith('- ') ? `<li><p>${line.slice(2)}</p></li>` : `<p>${line}</p>`,
  )
  const bodyHtml = blocks.join('').replaceAll(/(?:<li>.*?<\/li>)+/g, (items) => `<ul>${items}</ul>`)
  return { name, category, bodyHtml, fallbacks, uses }
}

export const savedReplies: SavedReply[] = [
  reply('Rendez-vous', 'Proposer un passage', 3, [
    'Nous pouvons passer prendre les mesures du mardi au vendredi, entre 9 h et 17 h. Quel moment vous conviendrait\u202f?',
    `Comptez une demi-heure sur place. Pour en parler de vive voix\u202f: ${of('business_phone')}.`,
  ]),
  reply('Rendez-vous', 'Empêchement', 0, [
    'Nous devons malheureusement déplacer notre rendez-vous, et vous prions de nous en excuser.',
    'Quels autres moments vous arrangeraient cette semaine ou la prochaine\u202f?',
  ]),
  reply('Devis', 'Demander les cotes', 2, [
    'Pour chiffrer votre projet, il nous faudrait\u202f:',
    '- la largeur et la hauteur de chaque ouverture, en millimètres',
    '- une photo de l’intérieur et une de l’extérieur',
    '- le bois souhaité\u202f: chêne, hêtre ou mélèze',
    'Les mesures exactes, nous les prendrons sur place avant de fabriquer.',
  ]),
  reply('Devis', 'Devis envoyé', 1, [
    'Vous trouverez notre devis ci-joint. Il est valable trente jours\u202f; l’acompte à la commande est de 30\u202f%.',
    'Une question, une variante\u202f? Répondez simplement à ce message.',
  ]),
  reply('Devis', 'Relancer après un devis', 0, [
    `Avez-vous pu regarder notre devis («\u202f${of('subject')}\u202f»)\u202f? Nous l’adaptons volontiers.`,
    'Si le projet attend ou ne se fait pas, un mot de votre part nous suffit.',
  ]),
  reply('Chantier', 'Délai en ce moment', 2, [
    'Nous comptons six à huit semaines entre votre accord et la pose. La date exacte vous est confirmée dès que le bois est à l’atelier.',
  ]),
  reply('Chantier', 'Avant la pose', 0, [
    'Nous arrivons entre 8 h et 8 h 30. Pour que tout se passe bien, merci de\u202f:',
    '- dégager un mètre cinquante autour des ouvertures',
    '- mettre à l’abri ce qui craint la poussière',
    '- nous dire où garer la camionnette',
  ]),
  reply('Après la pose', 'Entretenir le bois', 1, [
    'Une fois par an, un chiffon humide et du savon noir suffisent, à l’intérieur comme à l’extérieur. Une terrasse en mélèze grise avec le temps\u202f: pour l’éviter, un saturateur au printemps.',
    'Au moindre jeu dans un ouvrant, appelez-nous\u202f: le réglage est compris la première année.',
  ]),
]

const business = `<p>${of('business_name')} · menuiserie à Charleville-Mézières</p><p>Tél. ${of('business_phone')}</p>`

/** What the mails of each end with, in the order of the staff; somebody outside signs with nothing. */
export const signatures: string[] = [
  `<p>Bien à vous,</p><p><strong>${of('sender_name')}</strong></p>${business}`,
  `<p>Cordialement,</p><p><strong>${of('sender_name')}</strong>, atelier et chantiers</p>${business}`,
  `<p>Bien cordialement,</p><p><strong>${of('sender_name')}</strong>, devis et rendez-vous</p>${business}`,
  `<p>Met vriendelijke groeten,</p><p><strong>${of('sender_name')}</strong></p><p>${of('business_name')}</p><p>Tel. ${of('business_phone')}</p>`,
  '',
]

/** `Le 16 nov. 2026 à 10:12, Xérux <…> a écrit :` and its Dutch, English and German sisters. */
export function isAttribution(text: string): boolean {
  const line = text.trim().slice(0, 500)
  return line.endsWith(':') && [...ATTRIBUTIONS, ...NAME_FIRST].some((pattern) => pattern.test(line))
}

/** The same over several lines. There a name does not come first: it would take in the words above. */
export function isLongAttribution(text: string): boolean {
  const line = text.trim().slice(0, 500)
  return line.endsWith(':') && ATTRIBUTIONS.some((pattern) => pattern.test(line))
}

/** `Mes réponses dans le texte`: the sender wrote among the quoted words. */
export function announcesAnswers(text: string): boolean {
  return ANSWERS.test(text.slice(0, 2000))
}

/** Which header of a quoted mail the line shows, as `Envoyé : lundi 16 novembre`. */
export function mailHeaderIn(text: string): string | null {
  const [, word = ''] = text.slice(0, 200).match(/^[\s*]*(\p{L}{1,12}(?: le)?)\s?\*?\s?:\s*\S/u) ?? []
  return HEADERS.get(word.toLowerCase().replace(/ le$/, '')) ?? null
}

/** `-----Message d'origine-----`. */
export function isReplySeparator(text: string): boolean {
  return SEPARATOR.test(text.slice(0, 120))
}

/** `---------- Message transféré ---------`: what follows is new to the reader. */
export function isForwardSeparator(text: string): boolean {
  return FORWARD.test(text.slice(0, 120))
}

/** `Envoyé de mon iPhone`. */
export function isDeviceSignature(text: string): boolean {
  return DEVICE.test(text.trim().slice(0, 120))
}

const ATTRIBUTIONS = [
  /^Le\s.{6,400}\sa écrit\s?:$/i,
  /^Op\s.{6,300}\s(?:schreef|heeft)\s.{0,200}:$/i,
  /^On\s.{6,400}\swrote\s?:$/i,
  /^Am\s.{6,300}\sschrieb\s.{0,200}:$/i,
]

const NAME_FIRST = [/^.{3,200}\sa écrit le\s.{6,100}:$/i, /^.{3,200}\sschreef op\s.{6,100}:$/i]

const ANSWERS =
  /\b(?:dans (?:le texte|votre (?:texte|mail|message)|le corps d)|ci-dessous en (?:rouge|bleu|vert|gras)|en (?:rouge|bleu|vert) (?:dans|ci-dessous)|(?:mes|nos) réponses (?:ci-dessous|en )|(?:see|my answers|answers|comments?) (?:below|inline|in (?:red|blue))|(?:zie|mijn antwoorden|antwoorden) (?:hieronder|in (?:het )?(?:rood|blauw|de tekst))|antworten (?:im text|unten))/i

const HEADERS = new Map(
  Object.entries({
    from: 'de from van von expéditeur afzender',
    sent: 'envoyé date sent verzonden datum gesendet',
    to: 'à a to aan an pour',
    cc: 'cc copie',
    subject: 'objet subject onderwerp betreff sujet',
  }).flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)),
)

const SEPARATOR =
  /^[-_\s*]*(?:message d['’]origine|message (?:original|initial)|mail original|original message|oorspronkelijk bericht|ursprüngliche nachricht)[-_\s*]*:?$|^Message du \d{1,2}\/\d{1,2}\/\d{2,4} (?:à )?\d{1,2}[:h]\d{2}/i
const FORWARD =
  /^[-_\s*]*(?:(?:begin |début du )?(?:forwarded message|message transféré|message réexpédié|doorgestuurd bericht|weitergeleitete nachricht))[-_\s*]*:?[-_\s*]*$/i
const DEVICE =
  /^(?:envoyé (?:de|depuis|à partir de|avec)|sent from|verzonden (?:vanaf|vanuit|met)|verstuurd (?:vanaf|vanuit)|télécharger outlook pour|obtenez outlook pour|get outlook for|download outlook voor|gesendet von|provenance\s?: courrier)\s.{2,90}$/i

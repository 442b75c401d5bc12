import { readFile, readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { foldHtml, foldText } from './fold-quote.ts'
import { htmlToText } from './html-to-text.ts'
import { readMail } from './read-mail.ts'
import { sanitizeMailHtml } from './sanitize-mail-html.ts'

const corpus = `${import.meta.dirname}/corpus`

// What a reader sees of each mail, and the first words of what is folded under it.
const answers: [file: string, subject: string, visible: string, folded: string][] = [
  [
    'outlook-desktop-fr',
    'RE: Votre devis n° 12',
    "Bonjour, D'accord pour le devis, vous pouvez commencer lundi. Cordialement, Angèle Dupont",
    'De : Atelier Morel',
  ],
  [
    'outlook-desktop-nl',
    'RE: Uw offerte',
    'Beste, Ja, dat is goed voor ons. Met vriendelijke groeten, Jan',
    'Van: Atelier Morel',
  ],
  ['outlook-web-fr', 'Rép : Votre devis', 'Parfait, merci !', 'De : Atelier Morel'],
  ['outlook-ios-nl', 'Re: Uw offerte', 'Prima, tot maandag.', 'Verzonden vanuit Outlook voor iOS'],
  ['outlook-message-origine-fr', 'Re: Votre devis', 'OK pour moi, je passe jeudi.', "Message d'origine"],
  ['gmail-fr', 'Re: Votre devis', 'Oui, 14h me convient. Merci', 'Le lun. 16 nov. 2026'],
  ['gmail-fr-wrapped', 'Re: Votre devis', 'Oui.', 'Le lun. 16 nov. 2026'],
  ['gmail-nl', 'Re: Uw offerte', 'Ja, goed.', 'Op ma 16 nov. 2026'],
  ['iphone-fr', 'Re: Votre devis', 'Parfait.', 'Envoyé de mon iPhone'],
  ['apple-mail-nl', 'Re: Uw offerte', 'Dank u wel.', 'Op 16 nov 2026'],
  ['thunderbird-fr', 'Re: Votre devis', "C'est noté, à jeudi.", 'Le 16/11/2026 à 10:12'],
  ['orange-fr', 'Re: Votre devis', 'Merci bien', 'Message du 16/11/26'],
  ['orange-mail-fr', 'Re: Votre devis', "Je suis d'accord.", "Envoyé depuis l'application Mail Orange"],
  ['proximus-nl', 'Re: Uw offerte', 'Akkoord.', 'Op 16-11-2026 10:12 CET'],
  ['proximus-fr', 'Re: Votre devis', "Bonjour, c'est bon pour nous.", 'De: "Atelier Morel"'],
  ['yahoo-fr', 'Re: Votre devis', 'Très bien merci', 'Le lundi 16 novembre 2026'],
]

test.for(answers)('%s shows the answer and folds what it quotes', async ([file, subject, visible, folded]) => {
  const mail = await read(file)
  expect(mail.subject).toBe(subject)
  for (const shown of shownBy(mail)) {
    expect(flat(shown.visible)).toBe(visible)
    expect(flat(shown.quoted)).toContain(folded)
  }
})

test.for([
  'gmail-inline-answer',
  'thunderbird-answer-below',
  'forward-fr',
  'quote-only',
  'false-attribution',
  'own-blockquote',
])('%s folds nothing', async (file) => {
  for (const shown of shownBy(await read(file))) {
    expect(shown.quoted).toBe('')
    expect(shown.visible.trim()).not.toBe('')
  }
})

const words: [file: string, subject: string, text: RegExp][] = [
  ['broken-mime', 'Photos', /^Bonjour, voici les photos\./],
  ['no-message-id-latin1', 'Réparation été', /^L'été dernier, ma chaudière a été réparée à Sedan\.$/],
  ['windows-1252', 'Prix — 350 €', /^L’été, c’est 350 € … « promis » – œuvre comprise$/],
  [
    'quoted-printable-traps',
    'Été 😀 très long sujet coupé',
    /^Été : 1=1, .* coupée par le programme, une séquence fausse =ZZ et une fin =\n\.\n/,
  ],
  ['utf8-undeclared', 'Été à Liège', /^Rendez-vous à Liège, côté Meuse\.$/],
]

test.for(words)('%s is read with its accents', async ([file, subject, text]) => {
  const mail = await read(file)
  expect(mail.subject).toBe(subject)
  expect(mail.text.trim()).toMatch(text)
})

test.for([
  ['out-of-office-fr', 'auto-reply'],
  ['out-of-office-nl', 'auto-reply'],
  ['bounce-postfix', 'bounce'],
  ['bounce-text-fr', 'bounce'],
  ['bounce-delayed', 'bounce'],
  ['complaint-arf', 'complaint'],
  ['gmail-fr', 'message'],
  ['hostile-html', 'message'],
] as const)('%s is a mail of the kind %s', async ([file, kind]) => {
  expect((await read(file)).kind).toBe(kind)
})

test('no mail of the corpus reaches a screen with anything that acts or calls out', async () => {
  const files = (await readdir(corpus)).filter((file) => file.endsWith('.eml'))
  expect(files.length).toBeGreaterThan(30)
  for (const file of files) {
    const { html } = sanitizeMailHtml((await read(file.slice(0, -4))).html, () => '/images/1')
    for (const shown of [html, foldHtml(html).visible, foldHtml(html).quoted]) {
      expect(shown, file).not.toMatch(
        /<(?:script|style|iframe|form|input|object|embed|base|meta|link|svg|math|title)\b/i,
      )
      expect(shown, file).not.toMatch(
        /<[^>]*(?:\son\w+=|javascript:|position|url\(|[^-]src="(?!\/images\/1"|data:image\/))/i,
      )
    }
  }
})

async function read(file: string) {
  const mail = await readMail(await readFile(`${corpus}/${file}.eml`))
  if (mail.outcome !== 'read') throw new Error(`${file} is ${mail.reason}`)
  return mail
}

function shownBy({ text, html }: { text: string; html: string }) {
  const folded = foldHtml(sanitizeMailHtml(html, () => null).html)
  const ways = [foldText(text), { visible: htmlToText(folded.visible), quoted: htmlToText(folded.quoted) }]
  return ways.filter((_, at) => [text, html][at] !== '')
}

function flat(text: string) {
  return text.replace(/\s+/g, ' ').trim()
}

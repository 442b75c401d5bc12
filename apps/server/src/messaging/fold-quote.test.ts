import { expect, test } from 'vitest'
import { foldHtml, foldText } from './fold-quote.ts'

test('the two parts of a text are the whole text', () => {
  const text = 'Oui.\n\nLe 16/11/2026 à 10:12, Atelier <a@b.fr> a écrit :\n> 14h ?\n'
  const { visible, quoted } = foldText(text)
  expect(visible + quoted).toBe(text)
  expect(visible).toBe('Oui.\n')
})

test('both parts of HTML are well formed', () => {
  const html =
    '<div><section>Oui.<div data-quote="start">Le 16/11/2026 à 10:12, A &lt;a@b.fr&gt; a écrit :</div><blockquote data-quote="cite">14h ?</blockquote></section></div>'
  expect(foldHtml(html)).toEqual({
    visible: '<div><section>Oui.</section></div>',
    quoted:
      '<div><section><div data-quote="start">Le 16/11/2026 à 10:12, A &lt;a@b.fr&gt; a écrit :</div><blockquote data-quote="cite">14h ?</blockquote></section></div>',
  })
})

test.for([
  ['English', 'Yes.', 'On Mon, Nov 16, 2026 at 10:12 AM Atelier <a@b.fr> wrote:\n\n> Hi'],
  ['German', 'Ja.', 'Am Mo., 16. Nov. 2026 um 10:12 Uhr schrieb Atelier <a@b.fr>:\n\n> Hallo'],
  [
    'Dutch Outlook',
    'Ja.',
    '-----Oorspronkelijk bericht-----\nVan: Atelier <a@b.fr>\nVerzonden: maandag\nOnderwerp: Offerte\n\nDag',
  ],
  [
    'English Outlook',
    'Yes.',
    'From: Atelier <a@b.fr>\nSent: Monday, November 16, 2026 10:12 AM\nTo: Ann\nSubject: Quote\n\nHi',
  ],
  ['bold headers', 'Oui.', '*De :* Atelier\n*Envoyé :* lundi\n*À :* Ann\n*Objet :* Devis\n\nBonjour'],
  ['bare quoted lines', 'Oui.', '> Bonjour,\n> 14h ?\n>\n> Atelier'],
  [
    'a phone between',
    'Oui.',
    'Verzonden vanaf mijn Galaxy\n\n-------- Oorspronkelijk bericht --------\nVan: A <a@b.be>\nDatum: 16-11-2026\nOnderwerp: x\n\ny',
  ],
  [
    'three lines of names',
    'Oui.',
    'Le lun. 16 nov. 2026 à 10:12, Atelier Morel Frères et\nSœurs de Charleville et de Sedan <\na@b.fr> a écrit :\n> x',
  ],
])('%s is folded', ([, visible, quoted]) => {
  const folded = foldText(`${visible}\n\n${quoted}\n`)
  expect(folded.visible.trim()).toBe(visible)
  expect(folded.quoted.trim()).toBe(quoted)
})

test.for<[string, string]>([
  ['an answer between', '> 14h ?\nOui\n> lundi ?\nNon, mardi'],
  ['an answer below', 'Le 16/11/2026 à 10:12, A <a@b.fr> a écrit :\n> 14h ?\n\nOui'],
  ['a quotation alone', '> 14h ?'],
  ['an answer above and below', 'Bonjour,\n\nLe 16/11/2026 à 10:12, A <a@b.fr> a écrit :\n> 14h ?\n\nOui'],
  [
    'a forwarded mail',
    'Pour vous.\n\n-------- Message transféré --------\nSujet : Plan\nDate : lundi\nDe : A <a@b.fr>\nPour : B\n\nLe plan',
  ],
  ['no quotation', 'De : la mairie.\nObjet perdu\nLe 3 mai, il a écrit :\nrien.'],
  ['nothing at all', ''],
])('%s is not folded', ([, text]) => {
  expect(foldText(text)).toEqual({ visible: text, quoted: '' })
})

test('a signature below the quotation is no answer', () => {
  expect(foldText('Oui.\n\n> 14h ?\n\n-- \nHugo Lambert\n').visible.trim()).toBe('Oui.')
})

test('a picture is something said', () => {
  const quote = '<blockquote data-quote="cite">14h ?</blockquote>'
  expect(foldHtml(`<p><img src="/images/1"></p>${quote}`).visible).toBe('<p><img src="/images/1"></p>')
  expect(foldHtml(`${quote}<p><img src="/images/1"></p>`).quoted).toBe('')
})

const mega = 1024 * 1024
test.for<[string, string]>([
  ['beginnings of attributions', 'Le a écrit \n'.repeat(mega / 12)],
  ['one endless line', `On ${' '.repeat(mega)}:`],
  ['Dutch verbs', `${'Op '.concat('a schreef '.repeat(30))}x:\n`.repeat(mega / 310)],
  ['headers', 'De : x\n'.repeat(mega / 7)],
  ['quotes and answers', '> x\ny\n'.repeat(mega / 6)],
  ['empty lines', '\n'.repeat(mega)],
])('a megabyte of %s does not hold up the others', ([, text]) => {
  const before = process.threadCpuUsage()
  const { visible, quoted } = foldText(text)
  expect(process.threadCpuUsage(before).user).toBeLessThan(5_000_000)
  expect(visible + quoted === text).toBe(true)
})

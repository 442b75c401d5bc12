import { expect, test } from 'vitest'
import { htmlToText, isBlank, textToHtml } from './html-text.ts'

test('a text becomes paragraphs and comes back the same', () => {
  const text = 'Bonjour,\n\n1 < 2 & "oui"\n  fin'
  expect(htmlToText(textToHtml(text))).toBe(text)
})

test('what looks like HTML in a text stays words', () => {
  expect(textToHtml('<img src=x onerror=alert(1)>')).toBe('<p>&lt;img src=x onerror=alert(1)&gt;</p>')
})

test('the items of a list keep a mark each', () => {
  expect(htmlToText('<p>Prix :</p><ul><li><p>pain</p></li><li>tarte</li></ul><p>Merci</p>')).toBe(
    'Prix :\n- pain\n- tarte\nMerci',
  )
})

test('an editor with nothing in it is blank', () => {
  expect(isBlank('<p></p><p><br></p>')).toBe(true)
  expect(isBlank('<p>a</p>')).toBe(false)
})

test('a picture alone is something to send', () => {
  expect(isBlank('<p><img data-picture="0197a000-0000-7000-8000-00000000f001" alt=""></p>')).toBe(false)
})

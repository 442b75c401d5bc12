import { expect, test } from 'vitest'
import { htmlToText } from './html-to-text.ts'

test.for<[string, string]>([
  ['<p>Bonjour <b>Léa</b>,</p><p>À lundi.</p>', 'Bonjour Léa,\n\nÀ lundi.'],
  ['<div>Un</div><div>Deux<br>Trois</div>', 'Un\nDeux\nTrois'],
  ['Un<br><br>Deux<br/><br/><br/>Trois', 'Un\n\nDeux\n\nTrois'],
  ['<ul><li>carrelage</li><li>joints <i>gris</i></li></ul>', '- carrelage\n- joints gris'],
  ['<ol><li>un</li><li>deux</li></ol>', '1. un\n2. deux'],
  [
    '<p>Voir <a href="https://example.test/a?b=1&amp;c=2">le devis</a>.</p>',
    'Voir le devis (https://example.test/a?b=1&c=2).',
  ],
  ['<a href="https://example.test">https://example.test</a>', 'https://example.test'],
  ['<a href="mailto:a@b.fr">a@b.fr</a> <a href="javascript:x">non</a>', 'a@b.fr non'],
  ['<p>5 &lt; 6 &amp; 7&nbsp;€ &eacute; &#233; &#x1F600; &inconnu;</p>', '5 < 6 & 7\u00A0€ é é 😀 &inconnu;'],
  ['<style>p{}</style><script>alert("</p>")</script><title>x</title>Oui', 'Oui'],
  ['<img alt="Plan"> <img src="x">', 'Plan'],
  ['a < b et c > d', 'a < b et c > d'],
  ['Bonjour <b', 'Bonjour <b'],
  ['', ''],
])('%s reads as text', ([html, text]) => {
  expect(htmlToText(html)).toBe(text)
})

const mega = 1024 * 1024
test.for(['<', '<!', '<a "', '<!--', '&#', '<div>', '<p>x', '</p>', '<a href="http://x">', '<script>'])(
  'a megabyte of %s does not hold up the others',
  (piece) => {
    const before = process.threadCpuUsage()
    htmlToText(piece.repeat(mega / piece.length))
    expect(process.threadCpuUsage(before).user).toBeLessThan(5_000_000)
  },
)

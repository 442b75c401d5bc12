// @vitest-environment jsdom
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readMail } from './read-mail.ts'
import { sanitizeMailHtml, showRemoteImages } from './sanitize-mail-html.ts'

const none = () => null

test('a hostile mail keeps its words and loses its teeth', async () => {
  const mail = await readMail(await readFile(`${import.meta.dirname}/corpus/hostile-html.eml`))
  const { html, remoteImages } = sanitizeMailHtml(mail.outcome === 'read' ? mail.html : '', (id) =>
    id === 'logo@x' ? '/images/logo' : null,
  )
  const page = pageOf(html)
  expect(page.body.textContent).toMatch(/^Cliquezun deux trois quatre cinqEnvoyer\s*fin\s*$/)
  expect([...page.querySelectorAll('[href]')].map((link) => link.outerHTML)).toEqual([
    '<a href="https://evil.example/ok" target="_blank" rel="noopener noreferrer">cinq</a>',
  ])
  expect([...page.querySelectorAll('[src]')].map((image) => image.getAttribute('src'))).toEqual([
    '/images/logo',
    'data:image/png;base64,iVBORw0KGgo=',
  ])
  expect(page.querySelector('p')?.getAttribute('style')).toBe('width:100%;height:100%;color:red')
  expect(remoteImages).toBe(2)
})

test('pictures elsewhere wait until the reader asks for them', () => {
  const { html, remoteImages } = sanitizeMailHtml(
    '<p>data-remote-src="x"</p><img src="https://a.example/1.jpg?a=1&amp;b=2"><img src="//a.example/2.jpg">',
    none,
  )
  expect(remoteImages).toBe(2)
  expect(html).not.toMatch(/\ssrc=/)
  const shown = pageOf(showRemoteImages(html))
  expect([...shown.images].map((image) => image.src)).toEqual([
    'https://a.example/1.jpg?a=1&b=2',
    'https://a.example/2.jpg',
  ])
  expect(shown.querySelector('p')?.textContent).toBe('data-remote-src="x"')
})

test('a picture of one point is a spy, and is not even counted', () => {
  expect(sanitizeMailHtml('<img src="https://a.example/p.gif" width="1" height="1">', none).remoteImages).toBe(0)
})

test('only http pictures are kept for later', () => {
  const { html, remoteImages } = sanitizeMailHtml(
    '<img src="file:///etc/passwd"><img src="ftp://a/b"><img src="photo.jpg"><img src="\\\\server\\x"><img data-remote-src="https://a.example/x">',
    none,
  )
  expect([html.includes('src='), remoteImages]).toEqual([false, 0])
})

test.for([
  'http://[::1]/x',
  'http://127.1/x',
  'https://192.168.1.1/reboot',
  'http://localhost:631/x',
  'http://nas/x',
  'http://box.lan./x',
])('no picture asks a machine of the reader’s own at %s', (address) => {
  expect(sanitizeMailHtml(`<img src="${address}">`, none)).toMatchObject({ html: '<img />', remoteImages: 0 })
})

test('a sender cannot claim that words are a quotation', () => {
  expect(sanitizeMailHtml('<div data-quote="start">Virez 1000 €</div>', none).html).toBe('<div>Virez 1000 €</div>')
})

test.for([
  'position:fixed;top:0',
  'background:url(//a.example/x)',
  'background-image:url(x)',
  'background:u\\72l(x)',
  'color:expression(alert(1))',
  'width:calc(100% + 9999px)',
  'color:var(--x)',
  'behavior:url(x)',
  '-moz-binding:url(x)',
  'z-index:9999',
  'opacity:0',
  'font-family:"a;position:fixed"',
  'cursor:url(x)',
  'content:"x"',
  'transform:scale(99)',
  'margin-left:-9999px',
  'margin:0 0 0 -50em',
])('the style %s does not come through', (style) => {
  expect(sanitizeMailHtml(`<p style='${style}'>x</p>`, none).html).not.toMatch(
    /position|url|\\|expression|calc|var\(|behavior|binding|z-index|opacity|cursor|content|transform|margin/,
  )
})

test('the looks of an ordinary mail come through', () => {
  const html =
    '<table width="600" cellpadding="0"><tr><td style="padding:4px 8px;background-color:#eee;font-family:\'Segoe UI\', Arial" colspan="2"><b>Bonjour</b></td></tr></table>'
  const expected =
    '<table width="600" cellpadding="0"><tr><td style="padding:4px 8px;background-color:#eee;font-family:\'Segoe UI\', Arial" colspan="2"><b>Bonjour</b></td></tr></table>'
  expect(sanitizeMailHtml(html, none).html).toBe(expected)
})

test('300 boxes inside each other are shown', () => {
  const { html, kept } = sanitizeMailHtml(`${'<div>'.repeat(320)}Bonjour${'</div>'.repeat(320)}`, none)
  expect(kept).toBe('whole')
  expect(pageOf(html).body.textContent).toBe('Bonjour')
})

const mega = 1024 * 1024
test.for<[string, string]>([
  ['100,000 boxes inside each other', `${'<div>'.repeat(100_000)}Bonjour${'</div>'.repeat(100_000)}`],
  ['boxes that never close', `${'<div>'.repeat(100_000)}Bonjour`],
  ['letters in bold in bold', `Bonjour${'<b>x'.repeat(mega / 4)}`],
  ['pictures of vectors', `Bonjour${'<svg><style>'.repeat(mega / 12)}`],
  ['half tags', `Bonjour${'<a "'.repeat(mega / 4)}`],
  ['comments that never close', `Bonjour${'<!--'.repeat(mega / 4)}`],
  ['tables in tables', `Bonjour${'<table><tr><td>'.repeat(60_000)}`],
  ['hidden texts', `Bonjour${'<noscript>'.repeat(100_000)}`],
  ['one endless style', `Bonjour<p style="${'color:red;'.repeat(100_000)}">x</p>`],
])('%s do not hold up the others', ([, html]) => {
  const before = process.threadCpuUsage()
  const safe = sanitizeMailHtml(html, none)
  expect(process.threadCpuUsage(before).user).toBeLessThan(5_000_000)
  expect(safe.html).toContain('Bonjour')
})

test('a mail beyond a megabyte is cut, and says so', () => {
  expect(sanitizeMailHtml('<p>Bonjour</p>'.repeat(100_000), none, () => 0).kept).toBe('cut')
})

test('a mail that takes more than a second is shown as text', () => {
  let nowMs = 0
  const safe = sanitizeMailHtml('<p>Bonjour</p>'.repeat(10), none, () => (nowMs += 200))
  expect(safe).toMatchObject({ kept: 'text', html: expect.stringContaining('Bonjour') })
})

function pageOf(html: string) {
  return new DOMParser().parseFromString(html, 'text/html')
}

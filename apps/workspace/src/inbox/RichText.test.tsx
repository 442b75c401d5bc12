import { cleanup, render } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { RichText } from './RichText.tsx'

afterEach(cleanup)

const drawn = (html: string) => render(() => <RichText html={html} />).container.querySelector('.rich-text')!

test('bold words, lists and links are drawn', () => {
  const text = drawn(
    '<p>Bonjour <b>Nadia</b></p><ul><li>pain</li></ul><p><a href="https://lambert.example">ici</a></p>',
  )
  expect(text.innerHTML).toBe(
    '<p>Bonjour <strong>Nadia</strong></p><ul><li>pain</li></ul>' +
      '<p><a href="https://lambert.example" target="_blank" rel="noopener noreferrer nofollow">ici</a></p>',
  )
})

test('nothing that could act is drawn, whatever was written', () => {
  const text = drawn(`
    <script>alert(1)</script><style>*{display:none}</style><img src=x onerror=alert(1)>
    <svg><script>alert(1)</script><a href="javascript:alert(1)">svg</a></svg><math><mtext>m</mtext></math>
    <p onclick="alert(1)" style="position:fixed" class="dialog" id="main">a</p>
    <a href="javascript:alert(1)">b</a><a href=" JaVaScRiPt:alert(1)">c</a><a href="data:text/html,x">d</a><a href="//evil.example">e</a>
    <iframe src="https://evil.example"></iframe><form action="/sign-out"><input name="x"><button>f</button></form>
    <template><p>g</p></template><noscript><p>h</p></noscript>`)
  const elements = [...text.querySelectorAll('*')]
  expect(elements.map((one) => one.tagName)).toEqual(['P'])
  expect(elements.flatMap((one) => one.getAttributeNames())).toEqual([])
  expect(text.textContent.replace(/\s+/g, '')).toBe('abcdef')
})

test('a picture that is no file of the business is not fetched', () => {
  const text = drawn('<p>Plan <img src="https://espion.example/a.png"><img data-picture="../../me"></p>')
  expect(text.innerHTML).toBe('<p>Plan </p>')
})

test('words stay where their element may not be drawn', () => {
  expect(drawn('<h1>Titre</h1><table><tr><td>case</td></tr></table>').textContent).toBe('Titrecase')
})

test('a text folded a thousand deep does not stop the page', () => {
  expect(() => drawn('<blockquote>'.repeat(1000) + 'x')).not.toThrow()
})

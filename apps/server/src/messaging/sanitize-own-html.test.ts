import { expect, test } from 'vitest'
import { sanitizeOwnHtml } from './sanitize-own-html.ts'

test.each([
  [
    'what the editor makes passes',
    '<p>Un <strong>deux</strong> <em>trois</em> <u>q</u> <s>c</s><br /></p><ul><li>a</li></ul>',
    null,
  ],
  ['older names become ours', '<div><b>a</b><i>b</i></div>', '<p><strong>a</strong><em>b</em></p>'],
  ['scripts go with their text', '<p>a<script>alert(1)</script></p>', '<p>a</p>'],
  ['other tags lose themselves, not their words', '<h1 onclick="x()">Titre</h1><img src="x" onerror="y()">', 'Titre'],
  ['styles and attributes go', '<p style="position:fixed" class="x" id="y">a</p>', '<p>a</p>'],
  [
    'a link leads outside, in a page of its own',
    '<a href="https://exemple.example" onclick="x()">a</a>',
    '<a href="https://exemple.example" target="_blank" rel="noopener noreferrer">a</a>',
  ],
  ['a script is no link', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
  ['a place of ours is no link', '<a href="/members">a</a>', '<a>a</a>'],
])('%s', (_, html, expected) => {
  expect(sanitizeOwnHtml(html)).toBe(expected ?? html)
})

import { expect, test } from 'vitest'
import { openLimits } from '../identity/limits.ts'
import { cutDatabase } from '../testing/cut-database.ts'
import { conversations, openCounter, visit } from './testing/open-counter.ts'

test('the page lets no foreign and no inline script run, sets no cookie, and may stand in any other', async () => {
  const { test, slug } = await openCounter()
  const { headers } = await test.api.request(`/form/${slug}`)
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors *",
  )
  expect(headers.get('x-frame-options')).toBeNull()
  expect(headers.get('set-cookie')).toBeNull()
  const html = await (await test.api.request(`/form/${slug}`)).text()
  expect(html).not.toMatch(/<style|style="|<script(?! src)| on\w+="/)
  for (const [, path] of html.matchAll(/(?:href|src)="(\/form\/_\/[^"]+)"/g)) {
    const file = await test.api.request(path!)
    expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
  }
})

test('the script that brings the form is small, and the same for everybody', async () => {
  const { test, slug } = await openCounter()
  const script = await test.api.request(`/form/${slug}.js`)
  expect(script.headers.get('content-type')).toContain('text/javascript')
  expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect((await script.arrayBuffer()).byteLength).toBeLessThan(3 * 1024)
})

test('a form that is closed, or of nobody, says so', async () => {
  const { test, slug } = await openCounter({ state: 'off' })
  for (const [path, words] of [
    [`/form/${slug}`, 'Ce formulaire est fermé'],
    ['/form/nulle-part', 'Ce formulaire n’existe pas'],
    ['/form/nulle-part/sent', 'Ce formulaire n’existe pas'],
    [`/form/${slug}?lang=en`, 'This form is closed'],
  ] as const) {
    const answer = await test.api.request(path)
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining(words)])
  }
  for (const file of ['routes.ts', 'constructor', 'toString', '__proto__'])
    expect((await test.api.request(`/form/_/${file}`)).status, file).toBe(404)
})

test('another site cannot send in the name of a visitor', async () => {
  const { test, slug } = await openCounter()
  const headers = { host: 'localhost:3000', 'content-type': 'application/x-www-form-urlencoded' }
  for (const origin of ['https://mal.example', 'null']) {
    const answer = await test.api.request(`/form/${slug}`, {
      method: 'POST',
      headers: { ...headers, origin },
      body: '',
    })
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('Ouvrir le formulaire')])
  }
})

test('what is no form at all is answered with a page', async () => {
  const { test, slug } = await openCounter({ files: 'allowed' })
  const headers = { host: 'localhost:3000', origin: 'http://localhost:3000' }
  for (const [type, body] of [
    ['application/json', '{}'],
    ['multipart/form-data', 'x'],
    [
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\nhalf',
    ],
  ] as const) {
    const sent = { method: 'POST', headers: { ...headers, 'content-type': type }, body }
    const answer = await test.api.request(`/form/${slug}`, sent)
    expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('L’envoi a été interrompu')])
  }
})

test('what is not kept takes nobody’s turn, and of what is kept a business gets so much in an hour', async () => {
  const counter = await openCounter()
  const { test, workspaceId, sophie } = counter
  const limits = openLimits()
  test.server.limits = limits
  for (let i = 0; i < 299; i++) await limits.formsOf.count(workspaceId)
  const page = await visit(counter)
  const nadia = { name: 'Nadia', email: 'nadia@exemple.example', message: 'Bonjour' }
  const without = { ...page, token: '' }
  const answers = [
    await page.send({ name: 'Nadia' }),
    await page.send(nadia, { also: { trap: 'https://mal.example' } }),
    await without.send(nadia),
    await page.send(nadia),
    await (await visit(counter)).send({ ...nadia, message: 'Encore' }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([422, 422, 409, 303, 429])
  expect(answers[4]!.page.trouble).toMatch(/réessayez dans 60\smin/)
  expect(await conversations(sophie)).toHaveLength(1)
})

test('while the database is away a visitor is told in a page', async () => {
  const { test, slug } = await openCounter()
  const letIn = await cutDatabase(test)
  const pages = []
  for (const lang of ['fr', 'nl', 'en']) pages.push(await test.api.request(`/form/${slug}?lang=${lang}`))
  const headers = { host: 'localhost:3000', origin: 'http://localhost:3000' }
  pages.push(await test.api.request(`/form/${slug}`, { method: 'POST', headers, body: new FormData() }))
  await letIn()
  expect(pages.map(({ status }) => status)).toEqual([503, 503, 503, 503])
  expect(await Promise.all(pages.map((page) => page.text()))).toEqual([
    expect.stringMatching(
      /Un instant….*Cette page ne peut pas s’ouvrir pour le moment. Rechargez-la dans un instant\./s,
    ),
    expect.stringMatching(/Een ogenblik….*Deze pagina kan nu niet worden geopend\. Laad ze zo meteen opnieuw\./s),
    expect.stringMatching(/One moment….*This page cannot open right now\. Load it again in a moment\./s),
    expect.stringMatching(/Un instant….*L’envoi a été interrompu\./s),
  ])
})

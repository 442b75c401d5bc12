import { beforeEach, expect, test } from 'vitest'
import { everythingKept } from './testing/everything-kept.ts'
import {
  changeForm,
  conversations,
  field,
  nadia,
  openCounter,
  textOf,
  visit,
  type Counter,
} from './testing/open-counter.ts'

let counter: Counter
beforeEach(async () => {
  counter = await openCounter({ files: 'allowed' })
})

test('what is missing or wrong is said beside its field, and all that was typed is kept', async () => {
  const page = await visit(counter)
  const [name, email, phone, message] = page.fields.map(({ id }) => id) as [string, string, string, string]
  const typed = { name: ' ', email: 'nadia@', phone: 'abc', message: 'Bonjour <b>"vous"</b> & moi' }
  const answer = await page.send(typed, { files: [new File(['x'], 'plan.txt')] })
  expect(answer.status).toBe(422)
  expect(answer.page.wrong).toEqual({
    [name]: 'Ce champ est à remplir.',
    [email]: 'Cette adresse e-mail n’est pas complète. Exemple : nadia@exemple.be',
    [phone]: 'Ce numéro de téléphone n’est pas valable. Exemple : 0476 12 34 56',
  })
  expect(answer.page.values).toMatchObject({ [email]: 'nadia@', [phone]: 'abc', [message]: typed.message })
  expect(answer.page.trouble).toContain('corrigez les champs marqués')
  expect(answer.page.trouble).toContain('Choisissez à nouveau vos fichiers')
  expect(await everythingKept(counter)).toEqual({ conversations: 0, files: 0 })
})

test('in Dutch, for whoever asks for it', async () => {
  const page = await visit(counter, { query: '?lang=nl' })
  expect(page.page.html).toContain('<h1>Neem contact op</h1>')
  expect((await page.send({ ...nadia, message: '' })).page.wrong).toEqual({
    [page.fields[3]!.id]: 'Vul dit veld in.',
  })
})

test('markup, line breaks in a name, and answers nobody offered come to nothing', async () => {
  await changeForm(counter.sophie, {
    title: '<script>alert(1)</script>',
    fields: [
      field('name'),
      field('email'),
      field('choice', { label: '"><img src=x onerror=alert(1)>', options: ['<b>', 'b'] }),
      field('message'),
    ],
  })
  const page = await visit(counter)
  expect(page.page.html).not.toMatch(/<script>alert|<img|<b>/)
  const [name, , choice] = page.fields.map(({ id }) => id) as [string, string, string]
  const hostile = { ...nadia, name: 'Nadia\r\nBcc: all@exemple.example', [choice]: 'c' }
  const answer = await page.send(hostile)
  expect(Object.keys(answer.page.wrong)).toEqual([name, choice])
  const said = { ...nadia, name: '</textarea><script>x</script>', message: '</textarea><script>alert(2)</script>' }
  expect((await page.send({ ...said, email: '' })).page.html).not.toMatch(/<script>[xa]/)
  await page.send(said)
  expect((await conversations(counter.sophie)).map(textOf)).toEqual([said.message])
})

test('without an e-mail or a telephone nobody could answer, so one of them is asked for', async () => {
  await changeForm(counter.sophie, { fields: [field('email'), field('phone'), field('message')] })
  const page = await visit(counter)
  const answer = await page.send({ message: 'Bonjour' })
  expect(answer.page.wrong).toEqual({ [page.fields[0]!.id]: expect.stringContaining('Donnez une adresse e-mail ou') })
  expect((await page.send({ message: 'Bonjour', phone: '0476 12 34 56' })).status).toBe(303)
  expect(await conversations(counter.sophie)).toMatchObject([{ client: { name: '0476 12 34 56' }, recipient: null }])
})

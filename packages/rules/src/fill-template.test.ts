import { expect, test } from 'vitest'
import { fillSignature, fillTemplate, gapsIn, variablesIn } from './fill-template.ts'

const of = (name: string) => `<span data-variable="${name}">Nom</span>`
const labelOf = (name: string) => `le ${name}`

test('each variable becomes its value, else what stands in for it, else a gap that says its name', () => {
  const html = `<p>Bonjour ${of('client_first_name')} ${of('client_last_name')}, de ${of('client_company')}</p>`
  const filled = fillTemplate(html, {
    values: { client_first_name: 'Marie', client_company: ' ' },
    fallbacks: { client_first_name: 'chère cliente', client_company: 'votre société' },
    labelOf,
  })
  expect(gapsIn(filled)).toEqual(['le client_last_name'])
  expect(filled.replaceAll('\u2060', '')).toBe('<p>Bonjour Marie [le client_last_name], de votre société</p>')
})

test('what a client is called stays words, whatever they call themselves', () => {
  const values = { client_name: `<img src=x> ${of('client_email')} $& "` }
  const filled = fillTemplate(`<p>${of('client_name')}</p>`, { values, fallbacks: {}, labelOf })
  expect(filled).toBe(
    '<p>&lt;img src=x&gt; &lt;span data-variable=&quot;client_email&quot;&gt;Nom&lt;/span&gt; $&amp; &quot;</p>',
  )
})

test('brackets that somebody typed are no gap', () => {
  expect(gapsIn('<p>Voir [1] et [le nom]</p>')).toEqual([])
})

test('a text says what it asks for, once each', () => {
  expect(variablesIn(`${of('subject')} ${of('today')} ${of('subject')}`)).toEqual(['subject', 'today'])
})

test('a line of a signature that lacks something is left out', () => {
  const html = `<p>${of('sender_name')}</p><p>Tél. ${of('business_phone')}</p><p><strong>${of('business_name')}</strong></p>`
  expect(fillSignature(html, { sender_name: 'Sophie', business_name: 'Chez Marc' })).toBe(
    '<p>Sophie</p><p><strong>Chez Marc</strong></p>',
  )
})

import { expect, test } from 'vitest'
import { signatureOf, type Signing } from './signature-of.ts'

const signing: Signing = {
  prescribed: '',
  own: '<p>Sophie, <span data-variable="business_name">x</span></p>',
  choice: 'with',
  sender: { name: 'Sophie Petit', email: 'sophie@exemple.be' },
  business: { name: 'Chez Marc', phone: '' },
}

test('a mail ends with the signature of its writer, unless they leave it out', () => {
  expect(signatureOf(signing)).toBe('<p>Sophie, Chez Marc</p>')
  expect(signatureOf({ ...signing, choice: 'without' })).toBeNull()
})

test('what a mailbox prescribes stands in its place, and is not left out', () => {
  const prescribed = '<p><span data-variable="sender_first_name">x</span></p>'
  expect(signatureOf({ ...signing, prescribed, choice: 'without' })).toBe('<p>Sophie</p>')
})

test('where nothing is left to say, there is none', () => {
  const own = '<p><span data-variable="business_phone">x</span></p>'
  for (const nothing of ['', '<p></p>', '<p>&nbsp;<br></p>', own])
    expect(signatureOf({ ...signing, own: nothing })).toBeNull()
})

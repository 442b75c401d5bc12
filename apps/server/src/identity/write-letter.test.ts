import { expect, test } from 'vitest'
import type { Letter } from './installation-mail.ts'
import { writeLetter } from './write-letter.ts'

const link = 'https://comptoir.example.com/invitation/jeton'
const invitation: Letter = {
  kind: 'invitation',
  to: 'lea@exemple.example',
  locale: 'fr',
  values: { inviter: 'Joëlle <b>', business: 'Chez "Joëlle" & fils', role: 'member', link },
}

test('an invitation is written in the language of its reader', () => {
  const french = writeLetter(invitation)
  expect(french.subject).toBe('Joëlle <b> vous invite à rejoindre Chez "Joëlle" & fils')
  expect(french.text).toContain('avec le rôle membre')
  expect(writeLetter({ ...invitation, locale: 'nl' }).text).toContain('als teamlid')
  expect(writeLetter({ ...invitation, locale: 'en' }).subject).toMatch(/invites you to join/)
})

test('the link stands alone on its line, and nothing of a name becomes markup', () => {
  const { text, html } = writeLetter(invitation)
  expect(text.split('\n')).toContain(link)
  expect(html).toContain(`href="${link}"`)
  expect(html).not.toContain('<b>')
})

test('a reminder says of what, and leaves the note out where there is none', () => {
  const values = { name: 'Joëlle', client: 'Marc <i>', subject: 'Devis', note: 'Relancer', link }
  const letter: Letter = { kind: 'reminder', to: 'joelle@exemple.example', locale: 'fr', values }
  const written = writeLetter(letter)
  expect(written.subject).toMatch(/^Rappel\s: Marc <i>$/)
  expect(written.text.split('\n')).toEqual(expect.arrayContaining(['Relancer', link]))
  expect(written.html).not.toContain('<i>')
  expect(writeLetter({ ...letter, values: { ...values, note: '' } }).text).not.toMatch(/\n\n\n/)
})

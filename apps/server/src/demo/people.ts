import type { Locale } from '@comptoir/contract/base'
import type { Role } from '@comptoir/contract/identity'

export const business = {
  name: 'Maison Lambert',
  slug: 'maison-lambert',
  domain: 'maison-lambert.example',
  // Of those that are given to nobody.
  phone: '03 53 01 42 18',
}

/** Who works there; one click signs in as each. */
export const staff: { name: string; email: string; role: Role; locale: Locale }[] = [
  { name: 'Joëlle Lambert', email: 'joelle@maison-lambert.example', role: 'owner', locale: 'fr' },
  { name: 'Vincent Claes', email: 'vincent@maison-lambert.example', role: 'admin', locale: 'fr' },
  { name: 'Nadia Jacquemin', email: 'nadia@maison-lambert.example', role: 'member', locale: 'fr' },
  { name: 'Bart Peeters', email: 'bart@maison-lambert.example', role: 'member', locale: 'nl' },
  { name: 'Élodie Lefèvre', email: 'elodie@maison-lambert.example', role: 'delegate', locale: 'fr' },
]

const firstNames =
  'Océane Mathieu Céline Bruno Sarah Gaëlle Maxime Amélie Quentin Noémie Olivier Karim Pauline Hugo Lotte Wouter Inès Koen Angèle Yasmine Romain Julien Anne-Laure Thomas Sofie Lucas Fatima Benoît Marieke Étienne'.split(
    ' ',
  )
const lastNames =
  'Collin Moreau Verschueren Thiry Simon Leroy Masson Janssens Gérard Dubois Goossens Laurent Fontaine Hubert Lefebvre Maes Henry Willems Poncelet Remacle'.split(
    ' ',
  )
const towns = [
  ['08000', 'Charleville-Mézières', 'FR'],
  ['08200', 'Sedan', 'FR'],
  ['08500', 'Revin', 'FR'],
  ['08600', 'Givet', 'FR'],
  ['08160', 'Nouvion-sur-Meuse', 'FR'],
  ['08440', 'Lumes', 'FR'],
  ['08300', 'Rethel', 'FR'],
  ['08120', 'Bogny-sur-Meuse', 'FR'],
  ['1050', 'Ixelles', 'BE'],
  ['1030', 'Schaerbeek', 'BE'],
  ['1180', 'Uccle', 'BE'],
  ['1000', 'Bruxelles', 'BE'],
] as const
const streets = [
  'rue de la République',
  'avenue Jean Jaurès',
  'chemin des Vignes',
  'quai de Meuse',
  'rue du Moulin',
  'allée des Tilleuls',
  'chaussée d’Ixelles',
  'place Ducale',
]
const tagsOf: string[][] = [
  ['Fidèle'],
  ['Devis en cours'],
  [],
  ['Fidèle', 'Newsletter'],
  ['À rappeler'],
  ['Nouveau'],
  [],
  ['Professionnel'],
]
const notes = [
  'Préfère être appelé après 18 h.',
  '',
  '',
  'Sonner au portail, le chien est gentil.',
  '',
  'Code de l’immeuble : demander à la concierge.',
  '',
  '',
]

/** Those who write in Dutch live in Brussels. */
const dutch = /^(Lotte|Wouter|Koen|Sofie|Marieke)$/

export interface ExampleClient {
  name: string
  company: string
  street: string
  postalCode: string
  town: string
  country: string
  note: string
  emails: string[]
  phones: string[]
  tags: string[]
}

/** Sixty clients of the Ardennes and of Brussels; always the same ones. */
export function exampleClients(): ExampleClient[] {
  return Array.from({ length: 60 }, (_, i) => {
    const first = firstNames[i % firstNames.length]!
    const last = lastNames[(i * 7 + Math.floor(i / 30)) % lastNames.length]!
    const near = dutch.test(first) ? towns.filter(([, , country]) => country === 'BE') : towns
    const [postalCode, town, country] = near[(i * 5) % near.length]!
    const digits = String(11_223_344 + i * 1_327_411).slice(-8)
    const mobile = country === 'FR' ? `+336${digits}` : `+32470${digits.slice(-6)}`
    return {
      name: `${first} ${last}`,
      company: i % 9 === 4 ? `${last} & Fils` : '',
      street: `${1 + ((i * 13) % 87)} ${streets[(i * 3) % streets.length]!}`,
      postalCode,
      town,
      country: country === 'FR' ? 'France' : 'Belgique',
      note: notes[i % notes.length]!,
      emails: [`${plain(first)}.${plain(last)}@exemple.example`],
      phones: i % 6 === 5 ? [] : [mobile],
      tags: tagsOf[i % tagsOf.length]!,
    }
  })
}

function plain(name: string) {
  return name
    .normalize('NFD')
    .replace(/[^a-zA-Z-]/g, '')
    .toLowerCase()
}

import type { invalid as french } from '../fr/invalid.ts'
import type { SameWords } from '../words.ts'

export const invalid: SameWords<typeof french> = {
  characters: 'This text contains characters that cannot be kept. Type it again.',
  email: 'This e-mail address is not complete. Example: nadia@example.com',
  empty: 'Please fill in this field.',
  format: 'This value is not accepted. Please check it.',
  host: 'This server name is not valid. Example: smtp.example.com',
  limit: 'Give a number from 1 to 1,000,000, or leave it empty.',
  password_short: 'Choose at least 10 characters.',
  phone: 'This phone number is not valid. Example: 0476 12 34 56',
  time_zone: 'This time zone does not exist. Choose one from the list.',
  too_long: 'This text is too long. Please shorten it.',
  too_many_files: 'Twenty attachments at most. Remove some.',
  blockable: 'Write an address such as name@example.com, or a domain such as @example.com.',
}

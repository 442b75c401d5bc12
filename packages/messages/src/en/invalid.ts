import type { invalid as french } from '../fr/invalid.ts'
import type { SameWords } from '../words.ts'

export const invalid: SameWords<typeof french> = {
  blockable: 'Write an address such as name@example.com, or a domain such as @example.com.',
  characters: 'This text contains characters that cannot be kept. Type it again.',
  email: 'This e-mail address is not complete. Example: nadia@example.com',
  empty: 'Please fill in this field.',
  field_twice: 'This field is there already. Remove one.',
  format: 'This value is not accepted. Please check it.',
  host: 'This server name is not valid. Example: smtp.example.com',
  limit: 'Give a number from 1 to 1,000,000, or leave it empty.',
  message_field: 'The message field must stay, once only.',
  options: 'Give at least two possible answers, one per line.',
  options_alike: 'Two answers are the same. Change one.',
  password_short: 'Choose at least 10 characters.',
  phone: 'This phone number is not valid. Example: 0476 12 34 56',
  reachable: 'Keep at least e-mail or phone, so that you can answer.',
  spans: 'Write the hours in their order, like this: 9:00-12:30, 14:00-18:00',
  time_zone: 'This time zone does not exist. Choose one from the list.',
  too_long: 'This text is too long. Please shorten it.',
  too_many_fields: 'Thirty fields at most. Remove some.',
  too_many_files: 'Twenty attachments at most. Remove some.',
  too_many_recipients: 'Fifty recipients at most. Remove some.',
  too_many_options: 'Thirty answers at most. Remove some.',
  date: 'Give a date.',
  ends_before: 'The last day comes before the first.',
}

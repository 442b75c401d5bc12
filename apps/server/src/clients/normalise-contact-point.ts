/** The form in which addresses are compared. */
export function normaliseEmail(value: string): string {
  return value.trim().toLowerCase()
}

/** The form in which numbers are compared: digits, with the plus of an international number. */
export function normalisePhone(value: string): string {
  const digits = value.replace(/\D/g, '')
  return value.trim().startsWith('+') ? `+${digits}` : digits
}

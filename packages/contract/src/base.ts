import * as v from 'valibot'

/** An id: UUIDv7, made by whoever makes the thing. */
export const id = v.pipe(v.string(), v.uuid())

/** An instant on the wire: ISO 8601 in UTC, microseconds kept. */
export type Instant = string

/** One line a person types: trimmed, without control characters or half an emoji. */
export const line = (maxLength: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(maxLength, 'invalid.too_long'),
    v.regex(/^[^\p{Cc}\p{Cs}]*$/u, 'invalid.characters'),
  )

/** A line that may not be empty. */
export const filledLine = (maxLength: number) => v.pipe(line(maxLength), v.minLength(1, 'invalid.empty'))

/** A text of several lines; NUL and half an emoji are what PostgreSQL cannot keep. */
export const text = (maxLength: number) =>
  v.pipe(v.string(), v.maxLength(maxLength, 'invalid.too_long'), v.regex(/^[^\u0000\p{Cs}]*$/u, 'invalid.characters'))

export const email = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(254, 'invalid.too_long'),
  v.email('invalid.email'),
)

export const locale = v.picklist(['fr', 'nl', 'en'])
export type Locale = v.InferOutput<typeof locale>

/** Every command carries an id its client made, so that sending it twice does it once. */
export const command = { commandId: id }

import { cleanLine } from './clean-text.ts'
import type { Bounce } from './read-bounce.ts'

type Told = Pick<Bounce, 'recipients' | 'status' | 'answer' | 'permanence'>

/** What a server tells people in words alone, as qmail, Exim and old Exchanges do: a recipient, and why. At least one. */
export function readTextBounces(text: string): Told[] {
  const [words = ''] = text.slice(0, MAX_TEXT).split(COPY)
  const lines = words.split('\n')
  const starts = lines.flatMap((line, at) => (recipientAlone(line) ? at : []))
  if (starts.length === 0) return [tellOf(addressIn(words.match(/<([^<>\s]{1,320})>/)?.[1]) ?? addressIn(words), words)]
  const told = starts
    .slice(0, MAX_RECIPIENTS)
    .map((start, at) => tellOf(recipientAlone(lines[start]!), lines.slice(start + 1, starts[at + 1]).join('\n'), words))
  const isNamed = new Map(told.map((one) => [one.recipients[0], one]))
  return [...isNamed.values()]
}

/** `5.1.1`, also where it is only a code of SMTP: `550` is `5.0.0`. */
export function statusIn(text: string): string | null {
  const enhanced = text.match(/(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?!\.?\d)/)?.[0]
  const [code] = enhanced ? [] : (text.match(/(?<![\d.-])[45][0-5]\d(?=[ -][^\d])/) ?? [])
  return enhanced ?? (code ? `${code[0]}.0.0` : null)
}

export function addressIn(value: string | undefined): string | null {
  return (
    value
      ?.match(/[^\s<>;:"'()[\],]{1,64}@[^\s<>;:"'()[\],]{1,255}/)?.[0]
      .replace(/\.$/, '')
      .toLowerCase() ?? null
  )
}

// `<angele@exemple.example>:`, `angele@exemple.example`, `Angèle (angele@exemple.example)`.
function recipientAlone(line: string) {
  if (line.length > MAX_LINE) return null
  const isAlone =
    /^\s*(?:[^<>()@:]{0,60}[<(])?[^\s<>()@"]{1,64}@[^\s<>()@"]{1,255}?[>)]?(?:\s*[<(]\S+@\S+[>)])?:?\s*$/.test(line)
  return isAlone ? addressIn(line) : null
}

function tellOf(recipient: string | null, reason: string, whole = reason): Told {
  const status = statusIn(reason) ?? statusIn(whole)
  const line = reason.split('\n').find((one) => statusIn(one) !== null)
  return {
    recipients: recipient ? [recipient] : [],
    status,
    answer: cleanLine(line ?? '', 500) || status,
    permanence:
      DELAYED.test(whole) || status?.startsWith('4') ? 'temporary' : status?.startsWith('5') ? 'permanent' : 'unclear',
  }
}

const MAX_TEXT = 200_000
const MAX_LINE = 400
const MAX_RECIPIENTS = 100
const COPY =
  /^[-\t >]*(?:this is a copy of the message|below this line is a copy|original message(?: headers)?(?: follows)?|message d'origine|en-têtes du message|oorspronkelijk(?:e)? bericht|received: )/im
const DELAYED =
  /\b(?:delayed|not yet been delivered|will be retried|still trying|warning message only|retardé|pas encore été (?:remis|distribué)|vertraagd|nog niet (?:bezorgd|afgeleverd))\b/i

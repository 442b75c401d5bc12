import type { Told } from './expect-kept.ts'
import type { Kill } from './killer.ts'

interface Run {
  seed: number
  seconds: number
  kills: Kill[]
  told: Told
  outcome: { sent: number; inDoubt: number; inDoubtTaken: number }
}

/** Says what became of everything, and of each kill where it fell and what it left in doubt. */
export function printRun({ seed, seconds, kills, told, outcome }: Run) {
  const { sent, inDoubt, inDoubtTaken } = outcome
  const lines = kills.map(
    ({ wished, reached, lines: open, inDoubt: doubts }, n) =>
      `  ${n + 1}. ${wished}${reached === wished ? '' : `: ${reached}`}; ${doubts.length} in doubt of ${open} lines`,
  )
  console.log(
    `${kills.length} kills in ${seconds} s, seed ${seed}: ${told.received.length} mails received once; ` +
      `${sent} of ${told.written.length} replies sent once, ${inDoubt} in doubt (${inDoubtTaken} of them taken); counts true.\n` +
      lines.join('\n'),
  )
}

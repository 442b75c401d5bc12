import type { BrowserContextOptions } from 'playwright-core'
import type { RunOptions } from '../testing/running-comptoir.ts'
import { enterAs } from './enter-example.ts'
import { type Opened, openComptoir } from './open-comptoir.ts'
import { takeSeat, type Seat } from './take-seat.ts'

/** Somebody of the example business by name, with what sets their browser apart from a desk. */
type Person = string | (BrowserContextOptions & { name: string })

/** The example business with these people in it, each at a browser of their own, in the list of conversations. */
export function openExample<Who extends string>(
  people: Record<Who, Person>,
  options: Omit<RunOptions, 'data'> = {},
): Promise<Opened & Record<Who, Seat>> {
  return openComptoir({ ...options, data: 'example' }, async ({ comptoir, browser }) => {
    const seats = Object.entries<Person>(people).map(async ([who, person]) => {
      const { name, ...desk } = typeof person === 'string' ? { name: person } : person
      const seat = await takeSeat(browser, comptoir.url, desk)
      await enterAs(seat, name)
      return [who, seat]
    })
    return Object.fromEntries(await Promise.all(seats)) as Record<Who, Seat>
  })
}

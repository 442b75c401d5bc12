import { stages, type Stage } from './stages.ts'

/** So many stages, each as often as the others, in an order of chance. */
export function wishesFrom(random: () => number, count: number): Stage[] {
  const wishes: Stage[] = []
  while (wishes.length < count) wishes.push(...shuffled(stages, random))
  return wishes.slice(0, count)
}

function shuffled<T>(things: readonly T[], random: () => number): T[] {
  return things
    .map((thing) => ({ thing, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ thing }) => thing)
}

import { loadavg } from 'node:os'
import type { Figure } from './figure.ts'

/** The table for people: each figure, its baseline, how many times that is, and whether the budget holds. */
export function printFigures(figures: Figure[]): void {
  const rows = figures.map((one) => [
    one.bench,
    one.figure,
    `${show(one.value)} ${one.unit}`,
    one.baseline === null ? '' : `${show(one.baseline)} ${one.unit}`,
    one.baseline === null ? '' : `${one.ratio.toFixed(2)} ×`,
    `${one.budget}${one.baseline === null ? ` ${one.unit}` : ' ×'}`,
    one.ok ? 'ok' : 'MISSED',
  ])
  const table = [['bench', 'figure', 'Comptoir', 'baseline', 'ratio', 'budget', ''], ...rows]
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)))
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
  console.log(
    `The machine was ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' / ')} busy over 1, 5 and 15 minutes.`,
  )
}

function show(value: number) {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2)
}

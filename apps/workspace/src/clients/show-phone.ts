/** Groups of digits after the country code, as they are read aloud there. */
const shapes: [start: RegExp, groups: number[]][] = [
  [/^\+33\d{9}$/, [3, 1, 2, 2, 2, 2]],
  [/^\+324\d{8}$/, [3, 3, 2, 2, 2]],
  [/^\+32[2349]\d{7}$/, [3, 1, 3, 2, 2]],
  [/^\+32\d{8}$/, [3, 2, 2, 2, 2]],
  [/^\+316\d{8}$/, [3, 1, 2, 2, 2, 2]],
]

/** A French, Belgian or Dutch number in groups; any other as it was written. */
export function showPhone(phone: string): string {
  const groups = shapes.find(([start]) => start.test(phone))?.[1]
  if (!groups) return phone
  let from = 0
  return groups.map((size) => phone.slice(from, (from += size))).join('\u00a0')
}

/** Things in the order their names have in a dictionary of this language: « À rappeler » before « Fidèle ». */
export function byName<One extends { name: string }>(things: readonly One[], locale: string): One[] {
  const { compare } = new Intl.Collator(locale)
  return things.toSorted((a, b) => compare(a.name, b.name))
}

/** The zones of most who open a counter here come first; the one in use is always there. */
export function timeZoneOptions(current: string) {
  const all = Intl.supportedValuesOf('timeZone')
  return [...new Set([...nearby, current, ...all])].map((value) => ({ value, label: value.replaceAll('_', ' ') }))
}

const nearby = ['Europe/Paris', 'Europe/Brussels', 'Europe/Luxembourg', 'Europe/Amsterdam']

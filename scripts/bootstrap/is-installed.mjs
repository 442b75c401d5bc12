import { readFileSync } from 'node:fs'

/**
 * Whether node_modules holds what package-lock.json names. npm itself notes there what it installed, so a
 * developer's own `npm install` costs no second one.
 */
export function isInstalled() {
  const installed = packagesOf('node_modules/.package-lock.json')
  const wanted = packagesOf('package-lock.json')
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || mayBeAbsent(entry) || isSame(entry, installed[path]),
  )
}

/** @param {string} path */
function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch {
    return {}
  }
}

// Optional packages are those of other platforms.
function mayBeAbsent(entry) {
  return entry.optional || entry.devOptional || entry.link
}

function isSame(entry, installed) {
  return installed !== undefined && entry.version === installed.version && entry.integrity === installed.integrity
}

/** A UUIDv7 (RFC 9562 §5.7): ids made later sort later, to the millisecond. Works in browser and server. */
export function makeId(atMs = Date.now()): string {
  if (used === pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  const random = pool.subarray(used, (used += 10))
  const time = Math.floor(atMs).toString(16).padStart(12, '0')
  const version = hex[0x70 | (random[0]! & 0x0f)]! + hex[random[1]!]!
  const variant = hex[0x80 | (random[2]! & 0x3f)]! + hex[random[3]!]!
  let node = ''
  for (let i = 4; i < 10; i++) node += hex[random[i]!]!
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${node}`
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

// Asked of the system a thousand bytes at a time: each question costs more than all the rest.
const pool = new Uint8Array(1000)
let used = pool.length

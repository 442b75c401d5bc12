import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** The bytes of buffers that something still holds: those nobody does are not counted, whenever they would have gone. */
export function heldBytes(): number {
  // The bytes of what the first finds go with the second.
  collect()
  collect()
  return process.memoryUsage().arrayBuffers
}

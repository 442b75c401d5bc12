import { statfs } from 'node:fs/promises'

/** The room left on the disk of a folder: asked at most every second, and at once while there is none. */
export function watchRoom(folder: string, keptFreeBytes: number) {
  let enoughAt = -Infinity
  return {
    async mustBeLeft() {
      if (performance.now() - enoughAt < 1000) return
      const { bavail, bsize } = await statfs(folder)
      if (bavail * bsize < keptFreeBytes) throw new DiskFull('The disk is nearly full')
      enoughAt = performance.now()
    },
  }
}

/** No room left on the disk, or less than the database needs to go on. */
export class DiskFull extends Error {}

import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** Writes a `.br` and a `.gz` beside every text file of the build, so that serving costs nothing. */
export function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    // After what others write; a build that failed has nothing to compress.
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }) {
        if (!dir) return
        const names = await readdir(dir, { recursive: true })
        await Promise.all(names.filter(isText).map((name) => compress(join(dir, name))))
      },
    },
  }
}

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

function isText(name: string) {
  return /\.(?:js|css|html|svg|json|webmanifest|txt)$/.test(name)
}

async function compress(file: string) {
  const text = await readFile(file)
  // Below one packet there is nothing to win.
  if (text.length < 1400) return
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length }
  await writeFile(`${file}.br`, await brotli(text, { params }))
  await writeFile(`${file}.gz`, await gzipped(text, { level: 9 }))
}

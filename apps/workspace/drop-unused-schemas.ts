import type { Plugin } from 'vite'

/**
 * What comes in is read by the server; the app needs the schemas of the contract only where it reads too. A schema that
 * nothing uses is left out, and the library with the last of them, once making one is known to do nothing else.
 */
export function dropUnusedSchemas(): Plugin {
  return {
    name: 'drop-unused-schemas',
    apply: 'build',
    transform: {
      filter: { id: /packages\/contract\/src\/.*\.ts$/ },
      handler: (code) => ({
        code: code.replace(/(?<![\w.])(v\.\w+|line|filledLine|text)\(/g, '/* @__PURE__ */ $&'),
        map: null,
      }),
    },
  }
}

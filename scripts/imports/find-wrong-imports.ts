import { dirname, posix } from 'node:path'
import { allowed, onlyFromNpm, serverNouns } from './allowed.ts'
import { findImports, type Import } from './find-imports.ts'

const parts = Object.keys(allowed)

/** What a file imports and may not, a sentence each. `path` is relative to the root, with slashes. */
export function findWrongImports(path: string, source: string): string[] {
  const part = partOf(path)
  if (!part || isTest(path)) return []
  return findImports(source).flatMap((found) => {
    const reason = whyWrong(path, part, found)
    return reason ? [`${path} imports ${found.from}: ${reason}.`] : []
  })
}

function whyWrong(path: string, part: string, { from, typeOnly }: Import): string | undefined {
  const target = resolvePath(path, from)
  if (target === undefined) {
    const packages = onlyFromNpm[part]
    return packages && !packages.includes(from.split('/')[0] ?? '')
      ? `${part} takes nothing of the kind from npm`
      : undefined
  }
  const other = partOf(target)
  if (other === part) return part === 'apps/server' ? whyWrongNoun(path, target) : undefined
  if (!other) return undefined
  const { code = [], types = [] } = allowed[part] ?? {}
  if (code.includes(other) || (typeOnly && types.includes(other))) return undefined
  return types.includes(other) ? `${part} may import types of ${other} only` : `${part} may not import ${other}`
}

function whyWrongNoun(path: string, target: string): string | undefined {
  const [noun, other] = [nounOf(path), nounOf(target)]
  if (noun === undefined || other === undefined || noun === other) return undefined
  return serverNouns.indexOf(other) > serverNouns.indexOf(noun) ? `${noun} comes before ${other}` : undefined
}

function nounOf(path: string): string | undefined {
  const name = path.split('/')[3]
  return name !== undefined && serverNouns.includes(name) ? name : undefined
}

// Undefined for what is Node's or npm's.
function resolvePath(path: string, from: string): string | undefined {
  if (from.startsWith('.')) return posix.join(dirname(path), from)
  const [scope, name = '', ...rest] = from.split('/')
  if (scope !== '@comptoir') return undefined
  const folder = parts.find((part) => part.split('/').at(-1) === name) ?? name
  return [folder, folder === 'db' ? [] : 'src', rest].flat(2).join('/')
}

function partOf(path: string): string | undefined {
  return parts.find((part) => path.startsWith(`${part}/`))
}

function isTest(path: string): boolean {
  return /\.(test|e2e|long|servers)\.tsx?$|\/testing\//.test(path)
}

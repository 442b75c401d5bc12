export type Import = { from: string; typeOnly: boolean }

const statement = /^(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+\s+from\s+)?'([^']+)'/gm
const call = /\bimport\(\s*'([^']+)'/g

/** Every module that a source file names in an import, an export from, or a call of import. */
export function findImports(source: string): Import[] {
  return [
    ...[...source.matchAll(statement)].map(([, type, from = '']) => ({ from, typeOnly: type !== undefined })),
    ...[...source.matchAll(call)].map(([, from = '']) => ({ from, typeOnly: false })),
  ]
}

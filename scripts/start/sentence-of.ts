const sentences = new Set(['ConfigError', 'StartError', 'EmbeddedError', 'PowerfulRoleError', 'BackupError'])

/** What to tell whoever started the program, or undefined when the error is a mistake of the program. */
export function sentenceOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (sentences.has(error.name)) return error.message
  if (error.name === 'MigrationError') return `The database cannot be brought up to date: ${error.message}.`
  if (error.name === 'RolesError')
    return `The database user may not change roles; let an administrator run this, then start again:\n${error.message}`
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error) return `Port ${String(error.port)} is in use.`
  return undefined
}

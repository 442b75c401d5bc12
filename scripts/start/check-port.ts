import { createServer } from 'node:net'
import { StartError } from './start-error.ts'

/** Throws StartError, naming the variable to change, when the port cannot be listened on. Cheaper to know first. */
export function checkPort(variable: string, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => reject(new StartError(`${reason(error, port, host)}: set ${variable} to another.`)))
    server.listen(port, host, () => server.close(() => resolve()))
  })
}

function reason(error: Error, port: number, host: string): string {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return `Port ${port} is in use`
  if (code === 'EACCES') return `This user may not listen on port ${port}`
  return `Comptoir cannot listen on ${host}, port ${port} (${error.message})`
}

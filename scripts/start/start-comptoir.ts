import { dirname, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { type Config, readConfig } from '@comptoir/server/config'
import { buildApps } from './build-apps.ts'
import { checkPort } from './check-port.ts'
import { type Database, openDatabase } from './database.ts'
import { loadEnvFile } from './load-env-file.ts'
import { takeData } from './owner-file.ts'
import { StartError } from './start-error.ts'
import type { StopList } from './stop-list.ts'

/** Starts everything and says where it is ready; each part is put on the list of what to stop. */
export async function startComptoir(args: string[], stops: StopList): Promise<void> {
  const flags = readFlags(args)
  loadEnvFile()
  const config = readConfig(process.env)
  stops.add(takeData(config.dataDir))
  await checkPort('PORT', config.port, config.host)
  if (config.mailInPort) await checkPort('MAIL_IN_PORT', config.mailInPort, config.host)

  // Loading the program takes as long as the database does, and neither waits for the other.
  const program = import('@comptoir/server/main')
  program.catch(() => undefined)
  const database = await openDatabase(config)
  stops.add(database.stop)
  console.log(whereDataIs(config, database))
  if (!flags.skipBuild) await buildApps((app) => console.log(`Building ${app}…`))

  const { serve } = await program
  const served = await serve(
    { ...config, databaseUrl: database.url, databaseDirectUrl: database.directUrl },
    { demo: flags.demo },
  )
  stops.add(served.stop)
  console.log(`Comptoir is ready at ${served.url}`)
}

// Without a build is for development, where vite serves the sources.
function readFlags(args: string[]): { demo: boolean; skipBuild: boolean } {
  try {
    const { values } = parseArgs({ args, options: { demo: { type: 'boolean' }, 'skip-build': { type: 'boolean' } } })
    return { demo: values.demo ?? false, skipBuild: values['skip-build'] ?? false }
  } catch {
    throw new StartError(`npm start takes "-- --demo" or nothing, not "${args.join(' ')}".`)
  }
}

function whereDataIs(config: Config, database: Database): string {
  const inside = !relative(config.dataDir, dirname(database.place)).startsWith('..')
  if (inside && !config.databaseUrl) return `The data is in ${config.dataDir}`
  return `The database is ${database.place}, the files are in ${config.dataDir}`
}

import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'

/** The coarse jobs: what is done each night or each hour, once whatever the number of nodes. */
export interface Jobs {
  running(): boolean
  stop(): Promise<void>
}

/** A job by name, its hour as a cron expression (Europe/Paris), and what it does. */
export interface Job {
  name: string
  cron: string
  run(): Promise<void>
}

export async function startJobs(systemUrl: string, log: Logger, jobs: Job[]): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: systemUrl,
    schema: 'pgboss',
    createSchema: false,
    max: 2,
    application_name: 'comptoir jobs',
  })
  let running = true
  boss.on('error', (error) => log.warn({ err: error }, 'jobs: the database did not answer; they try again'))
  boss.on('stopped', () => {
    running = false
  })
  await boss.start()
  for (const job of jobs) {
    await boss.createQueue(job.name)
    await boss.work(job.name, () => job.run())
    await boss.schedule(job.name, job.cron, null, { tz: 'Europe/Paris' })
  }
  return {
    running: () => running,
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  }
}

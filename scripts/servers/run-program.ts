import { spawnSync } from 'node:child_process'

/** Runs a program of the system to its end and answers what it printed, or throws with what it said. */
export function runProgram(program: string, args: string[], input = ''): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { input, encoding: 'utf8', env })
  if (status === 0) return stdout
  const said = error?.message ?? `${stdout}\n${stderr}`.trim().split('\n').slice(-8).join('\n')
  throw new Error(`${program} ${args.join(' ')} did not succeed:\n${said}`)
}

const env = {
  ...process.env,
  // Where root's programs are is not in every path.
  PATH: `${process.env['PATH']}:/usr/sbin:/sbin`,
  DEBIAN_FRONTEND: 'noninteractive',
}

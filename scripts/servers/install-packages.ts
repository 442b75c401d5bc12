import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from './run-program.ts'

/** Installs the packages of Debian that are missing. `answers` are to what their installation asks, as debconf takes them. */
export function installPackages(packages: string[], answers: string[] = []): void {
  const missing = packages.filter((name) => !isInstalled(name))
  if (missing.length === 0) return
  const names = missing.join(' and ')
  if (process.getuid?.() !== 0)
    throw new Error(`These tests need ${names}: install it, or run them as root and they do.`)
  if (!succeeds('apt-get', ['--version'])) {
    throw new Error(`These tests need ${names}, and only know how to install it with the apt-get of Debian and Ubuntu.`)
  }
  runProgram('debconf-set-selections', [], answers.join('\n'))
  // Test files that start together install together, and apt-get works for one at a time.
  const apt = (...args: string[]) => runProgram('flock', [join(tmpdir(), 'comptoir-apt.lock'), 'apt-get', ...args])
  apt('update', '-q')
  apt('install', '-q', '-y', '--no-install-recommends', ...missing)
}

function isInstalled(name: string): boolean {
  return succeeds('dpkg-query', ['-W', '-f', '${db:Status-Status}', name], 'installed')
}

function succeeds(program: string, args: string[], answer?: string): boolean {
  try {
    const printed = runProgram(program, args)
    return answer === undefined || printed === answer
  } catch {
    return false
  }
}

import type { Server } from '../server.ts'

/** Receives mail for the mailboxes of the installation, from anyone. */
export async function openMailReceiver(_server: Server): Promise<{ port: number | null; stop(): Promise<void> }> {
  return { port: null, stop: async () => {} }
}

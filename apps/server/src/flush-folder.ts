import { open } from 'node:fs/promises'

/** A new name itself is lost in a power cut unless its folder is flushed; Windows cannot and need not. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

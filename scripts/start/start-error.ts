/** Why the program cannot start: one sentence for whoever started it. */
export class StartError extends Error {
  override name = 'StartError'
}

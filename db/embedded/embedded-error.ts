/** Its message can be shown as it is to whoever starts the program. */
export class EmbeddedError extends Error {
  override name = 'EmbeddedError'
}

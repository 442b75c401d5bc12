/** Whether the database is away, or its disk is full: nothing was done, and it may be tried again. */
export function isUnreachable(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return (
    /^(57P0[1-3]|08\w{3}|53[13]00|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/.test(code ?? '') ||
    /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect/.test(
      message ?? '',
    )
  )
}

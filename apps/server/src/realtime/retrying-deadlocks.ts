const tries = 4

/** Runs a transaction, again where PostgreSQL ended it because it waited for another that waited for it: it did nothing. */
export async function retryingDeadlocks<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      const { code } = error as { code?: string }
      if ((code !== '40P01' && code !== '40001') || attempt === tries) throw error
    }
  }
}

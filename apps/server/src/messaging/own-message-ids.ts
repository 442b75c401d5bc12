/** The messages of ours among these Message-IDs: what we send has the id of its message before the @. */
export function ownMessageIds(mailIds: string[]): string[] {
  return mailIds.flatMap((mailId) => mailId.match(/^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/)?.[1] ?? [])
}

/** Who hears an event, as few names resolved when it is written. */
export type Room = `team:${string}` | `user:${string}` | `client:${string}`

export const teamRoom = (workspaceId: string): Room => `team:${workspaceId}`
export const userRoom = (userId: string): Room => `user:${userId}`
export const clientRoom = (clientId: string): Room => `client:${clientId}`

/** The rooms a person of the staff hears: a delegate hears only what is addressed to them. */
export function roomsOf(staff: { workspaceId: string; userId: string; role: string }): Room[] {
  const own = userRoom(staff.userId)
  return staff.role === 'delegate' ? [own] : [teamRoom(staff.workspaceId), own]
}

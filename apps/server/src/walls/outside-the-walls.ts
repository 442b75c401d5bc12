/** The tables without a wall of their own, each with its reason. Whatever is not here has one. */
export const outsideTheWalls: Record<string, string> = {
  app_user: 'A person works for several businesses: the app role sees those of its workspace, never a password.',
  session: 'Read before any workspace is known; only functions of the system role reach it.',
  password_reset: 'Belongs to a person, not to a business; only functions of the system role reach it.',
  letter: 'Mail of the installation itself, sealed; only functions reach it.',
  migration: 'Says what was applied to the database; nobody but its owner reaches it.',
}

/** Why a backup cannot be made or restored: a sentence or two for whoever runs the program. */
export class BackupError extends Error {
  override name = 'BackupError'
}

/** The archive is not as it was written. */
export class DamagedBackup extends BackupError {}

import * as v from 'valibot'
import { id, type Instant } from './base.ts'

/** Asked again: whoever finds an open screen must not take the whole business away. */
export const prepareDownloadInput = v.object({ password: v.pipe(v.string(), v.maxLength(200, 'invalid.too_long')) })
export const downloadParam = v.object({ downloadId: id })

/** What a download holds: all of the installation with its key, one business among several, or nothing to keep. */
export type BackupHolds = 'installation' | 'business' | 'example'

/** The backups of a business as its owner sees them, as they were at `seq`. */
export interface BackupSlice {
  seq: number
  holds: BackupHolds
  /** The instant of the last one that holds this business. */
  backedUpAt: Instant | null
}

/** Serves once, for a few minutes. */
export interface PreparedDownload {
  downloadId: string
}

import * as v from 'valibot'
import { filledLine } from './base.ts'

/** The name travels in the address, the bytes alone in the body; `picture`: it is to stand in a text. */
export const uploadQuery = v.object({ name: filledLine(255), as: v.optional(v.picklist(['file', 'picture']), 'file') })
/** `inline`, whatever it says: an image to be drawn in a page. */
export const fileQuery = v.object({ inline: v.optional(v.string()) })

/** A file as screens show it; its bytes are at /api/w/<slug>/files/<id>. */
export interface FileView {
  id: string
  name: string
  mediaType: string
  sizeBytes: number
}

/** The most one attachment may weigh, in bytes. */
export const maxFileBytes = 25 * 1024 * 1024
/** The most a picture in a text may weigh, in bytes: it goes along with each mail. */
export const maxPictureBytes = 5 * 1024 * 1024
/** What every mail program draws. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const
export type PictureType = (typeof pictureTypes)[number]
/** The most the attachments of one message may weigh together, in bytes. */
export const maxMessageBytes = 25 * 1024 * 1024

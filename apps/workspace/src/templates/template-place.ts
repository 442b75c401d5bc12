import type { FileView } from '@comptoir/contract/documents'

/** Whom one writes to, and about what. */
export interface WrittenTo {
  client: { name: string; company: string; email: string; phone: string } | undefined
  subject: string
}

/** A text that kept ones can be put into. */
export interface TemplatePlace {
  about: () => WrittenTo
  /** The files of a kept text go along with it. */
  addFiles: (files: FileView[]) => void
  /** Keeps what is written as a text to be written again. */
  keep?: () => void
}

import { maxFormFileBytes, maxFormFiles, maxFormFilesBytes } from '@comptoir/contract/forms'

/** What may be attached, as the sentences of the page say it: a number of files, and megabytes. */
export const fileLimits = { files: maxFormFiles, each: maxFormFileBytes / 2 ** 20, all: maxFormFilesBytes / 2 ** 20 }

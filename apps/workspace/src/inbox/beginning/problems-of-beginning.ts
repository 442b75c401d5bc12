import { mostBody } from '@comptoir/contract/composer'
import { maxMessageBytes } from '@comptoir/contract/documents'
import { gapsIn } from '@comptoir/rules/fill-template'
import type { Language } from '../../app/create-language.ts'
import { tooHeavy, type Uploads } from '../composer/create-uploads.ts'
import { isBlank } from '../composer/html-text.ts'
import type { LetterWriting } from '../unsent/letter-writing.ts'

export type Problems = Partial<Record<'client' | 'to' | 'subject' | 'bodyHtml', string>>

/** Why the beginning of a conversation cannot leave as it is, by field. */
export function problemsOfBeginning(writing: LetterWriting, uploads: Uploads, language: Language): Problems {
  const { t } = language
  const all = {
    client: writing.client ? undefined : t('inbox.start.client_missing'),
    to: writing.address.includes('@') ? undefined : t('inbox.start.email_missing'),
    subject: writing.subject.trim() ? undefined : t('inbox.start.subject_missing'),
    bodyHtml: bodyProblem(writing, uploads, language),
  }
  return Object.fromEntries(Object.entries(all).filter(([, problem]) => problem !== undefined)) as Problems
}

function bodyProblem({ bodyHtml, files }: LetterWriting, uploads: Uploads, { t, format }: Language) {
  if (isBlank(bodyHtml) && files.length === 0 && !uploads.isSending()) return t('inbox.start.body_missing')
  const gaps = gapsIn(bodyHtml)
  if (gaps.length > 0) return t('inbox.composer.gaps', { names: gaps.join(', ') })
  if (uploads.isStuck()) return t('inbox.composer.file_stuck')
  if (bodyHtml.length > mostBody) return t('invalid.too_long')
  const bytes = tooHeavy(files)
  if (bytes === undefined) return undefined
  return t('inbox.composer.files_too_large', { size: format().bytes(bytes), limit: format().bytes(maxMessageBytes) })
}

import { formFileLimits } from '@comptoir/contract/forms'
import { Refusal } from '../refusal.ts'
import { isUnreachable } from '../is-unreachable.ts'
import { mayHaveCommitted } from '../may-have-committed.ts'
import { isBlocked } from '../messaging/block-sender.ts'
import { dropAttachments } from '../messaging/keep-attachments.ts'
import type { Server } from '../server.ts'
import { checkAnswers } from './check-answers.ts'
import type { Filled } from './form-page.ts'
import { wordsIn, type PageKey } from './page-words.ts'
import { ageOf, openPage, sealPage } from './page-token.ts'
import type { Submission } from './read-submission.ts'
import { setSubmissionAside } from './set-submission-aside.ts'
import { cardAnswers, submitForm } from './submit-form.ts'
import type { Visit } from './visit.ts'

/** Sent; or the page again, with all that was typed and what to do about it. */
export type Taken = { is: 'sent' } | { is: 'again'; status: 403 | 409 | 413 | 422 | 429 | 503; filled: Filled }

/** What to do with what was sent from a page, file by file and word by word. */
export async function takeSubmission(
  server: Server,
  visit: Visit,
  submission: Submission,
  waitMinutes: number | null,
): Promise<Taken> {
  const { workspaceId } = visit.business
  const { taken, files } = await decide(server, visit, submission, waitMinutes)
  if (files === 'unused') await dropAttachments(server.files, workspaceId, submission.files)
  return taken
}

/** `used`: a row names the bytes of its files, or may name them. */
interface Decided {
  taken: Taken
  files: 'used' | 'unused'
}

async function decide(
  server: Server,
  visit: Visit,
  submission: Submission,
  waitMinutes: number | null,
): Promise<Decided> {
  const { workspaceId } = visit.business
  const { values, files, problem } = submission
  const t = wordsIn(visit.locale)
  const token = values.get('page') ?? ''
  const page = openPage(server.secretKey, workspaceId, token)
  const again = (
    status: Extract<Taken, { is: 'again' }>['status'],
    words: PageKey,
    which: 'same-page' | 'new-page' = 'same-page',
    wrong: Filled['wrong'] = new Map(),
  ): Decided => {
    const sealed = page && which === 'same-page' ? token : sealPage(server.secretKey, workspaceId)
    const told = { ...formFileLimits, minutes: waitMinutes ?? 0 }
    const areLost = files.length > 0 || problem === 'errors.later'
    const trouble = areLost ? `${t(words, told)} ${t('errors.files_again')}` : t(words, told)
    return { taken: { is: 'again', status, filled: { token: sealed, values, wrong, trouble } }, files: 'unused' }
  }
  if (waitMinutes !== null) return again(429, 'errors.too_many')
  if (problem) return again(problem === 'errors.later' ? 503 : 413, problem)
  if (values.get('trap')) return again(422, 'errors.trap')
  const { answers, wrong } = checkAnswers(visit.form.fields, values)
  if (wrong.size > 0) return again(422, 'errors.fields', 'same-page', wrong)
  const age = page ? ageOf(page) : 'expired'
  if (!page || age === 'expired') return again(409, 'errors.expired', 'new-page')
  if (age === 'early') return again(422, 'errors.too_fast')
  const sending = { id: page.id, form: visit.form, answers, files, sourceUrl: visit.source }
  try {
    const given = cardAnswers(visit.form, answers)
    const submitted = (await isBlocked(server.db, workspaceId, given.email))
      ? await setSubmissionAside(server, workspaceId, sending, given)
      : await submitForm(server.live, workspaceId, sending)
    if (submitted === 'different') return again(409, 'errors.different', 'new-page')
    if (submitted === 'sent') server.delivery.wake()
    return { taken: { is: 'sent' }, files: submitted === 'sent' ? 'used' : 'unused' }
  } catch (error) {
    // What was typed is not lost with the page of an error.
    if (!isUnreachable(error) && !(error instanceof Refusal))
      server.log.error({ err: error, workspaceId }, 'a form could not be kept')
    // Bytes too many do no harm, bytes too few do.
    return { ...again(503, 'errors.later'), files: mayHaveCommitted(error) ? 'used' : 'unused' }
  }
}

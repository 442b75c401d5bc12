import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFileStore, type FileStore } from './file-store.ts'
import { foldHtml } from './fold-quote.ts'
import { htmlToText } from './html-to-text.ts'
import { corpusFolder, expectedMails, prepareStored, storeInFiles, type ExpectedMail } from './testing/corpus.ts'

const expected = await expectedMails()
let folder: string
let files: FileStore

beforeAll(async () => {
  folder = await mkdtemp(`${tmpdir()}/comptoir-corpus-`)
  files = await openFileStore(folder)
})
afterAll(() => rm(folder, { recursive: true }))

test('of every mail of the corpus it is said what becomes of it', async () => {
  const mails = (await readdir(corpusFolder)).filter((name) => name.endsWith('.eml')).map((name) => name.slice(0, -4))
  expect(Object.keys(expected)).toEqual(mails.toSorted())
  expect(mails.length).toBeGreaterThan(150)
})

test.for(Object.entries(expected))('%s is read as its sender meant it', async ([file, told]) => {
  const mail = await prepareStored(files, await storeInFiles(files, file))
  const { bodyHtml } = mail
  const inHtml = bodyHtml === null ? null : foldHtml(bodyHtml)
  const { thread: _, safety: __, ...known } = told
  expect({
    subject: mail.subject,
    from: mail.from && (mail.from.name ? `${mail.from.name} <${mail.from.address}>` : mail.from.address),
    kind: mail.kind,
    automation: mail.automation,
    visible: flat(mail.bodyText),
    folded: flat(mail.quotedText),
    shown: flat(inHtml ? htmlToText(inHtml.visible) : mail.bodyText),
    shownFolded: flat(inHtml ? htmlToText(inHtml.quoted) : mail.quotedText),
    attachments: mail.attachments.map(({ toInsert }) => toInsert?.name),
    spam: mail.spam ?? undefined,
    calendar: mail.calendar ?? undefined,
  }).toEqual({ ...usual(known), ...known })
})

test.for(Object.keys(expected))(
  '%s reaches the screen in under a second, with nothing that acts or calls out',
  async (file) => {
    const stored = await storeInFiles(files, file)
    const before = performance.now()
    const { bodyHtml } = await prepareStored(files, stored)
    expect(performance.now() - before).toBeLessThan(1000)
    if (bodyHtml === null) return
    const { visible, quoted } = foldHtml(bodyHtml)
    for (const shown of [bodyHtml, visible, quoted]) {
      expect(shown).not.toMatch(ACTING_TAG)
      expect(shown).not.toMatch(ACTING_ATTRIBUTE)
    }
  },
)

function usual({ visible, folded = '' }: Omit<ExpectedMail, 'safety'>) {
  return { automation: 'none', folded, shown: visible, shownFolded: folded, attachments: [] }
}

function flat(text: string) {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 400 ? `${line.slice(0, 400)}…` : line
}

const ACTING_TAG =
  /<(?:script|style|iframe|form|input|button|select|textarea|object|embed|applet|base|meta|link|svg|math|title|template|noscript|video|audio|source|area|map|dialog|details|marquee)\b/i
const ACTING_ATTRIBUTE =
  /<[^>]*(?:\s(?:on\w+|id|name|class|srcset|ping|background|formaction|action)\s*=|javascript:|vbscript:|data:(?!image\/(?:png|jpe?g|gif|webp|avif|bmp);base64)|position\s*:|url\(|expression|-moz-binding|behavior|[^-]src="(?!mail-image\/|data:image\/))/i

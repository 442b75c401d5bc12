// @vitest-environment jsdom
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFileStore, type FileStore } from './file-store.ts'
import type { KeptAttachment } from './keep-attachments.ts'
import { readMail } from './read-mail.ts'
import { corpusFolder, expectedMails, prepareStored, storeInFiles } from './testing/corpus.ts'

const expected = await expectedMails()
let folder: string
let files: FileStore

beforeAll(async () => {
  folder = await mkdtemp(`${tmpdir()}/comptoir-corpus-`)
  files = await openFileStore(folder)
})
afterAll(() => rm(folder, { recursive: true }))

test.for(Object.entries(expected))(
  'what %s brings may be shown, and nothing else of it',
  async ([file, { safety }]) => {
    const { bodyHtml, remoteImages, attachments } = await prepareStored(files, await storeInFiles(files, file))
    if (safety === 'text') return expect(bodyHtml).toBeNull()
    const sent = await htmlOf(file)
    const html = bodyHtml ?? ''
    const { remote, links, inline = [], kept = [], gone = [] } = safety
    const page = new DOMParser().parseFromString(html, 'text/html')
    const all = (attribute: string) =>
      [...page.querySelectorAll(`[${attribute}]`)].map((one) => one.getAttribute(attribute) ?? '')
    expect({
      remote: all('data-remote-src'),
      links: all('href'),
      inline: all('src').map((src) => nameOf(src, attachments)),
      remoteImages,
      missing: kept.filter((part) => !html.includes(part)),
      left: gone.filter((part) => html.includes(part)),
      neverThere: gone.filter((part) => !sent.includes(part)),
    }).toEqual({ remote, links, inline, remoteImages: remote.length, missing: [], left: [], neverThere: [] })
    expect([...page.links].map(({ target, rel }) => [target, rel])).toEqual(
      links.map(() => ['_blank', 'noopener noreferrer']),
    )
  },
)

/** As it was sent. */
async function htmlOf(file: string) {
  const mail = await readMail(await readFile(`${corpusFolder}/${file}.eml`))
  if (mail.outcome !== 'read') throw new Error(`${file} cannot be read`)
  return mail.html
}

/** A picture that came with the mail by its name; what stands in the page itself as it is. */
function nameOf(src: string, attachments: KeptAttachment[]) {
  const file = attachments.find(({ fileId }) => src === `mail-image/${fileId}`)
  return file ? file.toInsert?.name : src
}

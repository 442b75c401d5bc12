import { Hono } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import { fileQuery, maxFileBytes, maxPictureBytes, uploadQuery } from '@comptoir/contract/documents'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { exampleIds } from '../example-ids.ts'
import { Refusal } from '../refusal.ts'
import { valid } from '../valid.ts'
import { openFile } from './open-file.ts'
import { sendFile } from './send-file.ts'
import { storePicture } from './store-picture.ts'
import { storeUpload } from './store-upload.ts'

const mostBytes = { file: maxFileBytes, picture: maxPictureBytes }

export const documentRoutes = new Hono<AppEnv>()
  .put('/', scope('staff', { query: { name: 'devis.pdf' }, body: 'file' }), valid('query', uploadQuery), async (c) => {
    const { name, as } = c.req.valid('query')
    // Told before the first byte where the browser says the size; counted anyway while they come.
    if (Number(c.req.header('content-length') ?? 0) > mostBytes[as]) throw tooLarge(mostBytes[as])
    const upload = { name, mediaType: c.req.header('content-type'), body: c.req.raw.body, cut: c.req.raw.signal }
    const store = as === 'picture' ? storePicture : storeUpload
    return c.json(await store(c.var.server, c.var.staff, upload), 201)
  })
  .get(
    '/:fileId',
    scope('staff', { param: { fileId: exampleIds.fileId } }),
    valid('param', v.object({ fileId: id })),
    valid('query', fileQuery),
    async (c) => {
      const file = await openFile(c.var.server.db, c.var.staff, c.req.valid('param').fileId)
      return sendFile(c, file, c.req.valid('query').inline === undefined ? 'attachment' : 'inline')
    },
  )

function tooLarge(bytes: number) {
  return new Refusal('too_large', 'errors.file_too_large', { megabytes: bytes / 2 ** 20 })
}

import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { keptCertificate } from './kept-certificate.ts'

const folder = await mkdtemp(join(tmpdir(), 'certificate-'))
afterAll(() => rm(folder, { recursive: true }))

test('the certificate is made once and is for the host', async () => {
  const made = await keptCertificate(folder, 'mail.example.test')
  expect(await keptCertificate(folder, 'mail.example.test')).toEqual(made)
  const certificate = new X509Certificate(made.cert)
  expect(certificate.checkHost('mail.example.test')).toBe('mail.example.test')
  expect(certificate.verify(certificate.publicKey)).toBe(true)
  expect(certificate.validToDate.getFullYear()).toBeGreaterThan(new Date().getFullYear() + 18)
})

test.runIf(process.platform !== 'win32')('only the owner of the folder may read its key', async () => {
  await keptCertificate(folder, 'mail.example.test')
  expect((await stat(join(folder, 'mail-certificate.pem'))).mode & 0o077).toBe(0)
})

test('another host name, or a spoilt file, gets a new one', async () => {
  const first = await keptCertificate(folder, 'mail.example.test')
  const second = await keptCertificate(folder, 'other.example.test')
  expect(second.cert).not.toBe(first.cert)
  await writeFile(join(folder, 'mail-certificate.pem'), 'spoilt')
  expect(new X509Certificate((await keptCertificate(folder, 'other.example.test')).cert).subject).toBe(
    'CN=other.example.test',
  )
})

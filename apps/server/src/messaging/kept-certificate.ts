import { X509Certificate } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { selfSignedCertificate } from './self-signed-certificate.ts'

/** The certificate the mail receiver shows, made once and kept in the folder, made again for another host name. */
export async function keptCertificate(folder: string, host: string): Promise<{ key: string; cert: string }> {
  const path = join(folder, 'mail-certificate.pem')
  const kept = await readFile(path, 'utf8').catch(() => '')
  const [key = '', cert = ''] = kept.match(/-----BEGIN [A-Z ]+-----[^-]+-----END [A-Z ]+-----\n/g) ?? []
  if (isFor(host, cert)) return { key, cert }
  const made = selfSignedCertificate(host)
  await mkdir(folder, { recursive: true })
  await writeFile(`${path}.new`, made.key + made.cert, { mode: 0o600 })
  await rename(`${path}.new`, path)
  return made
}

function isFor(host: string, cert: string) {
  try {
    const certificate = new X509Certificate(cert)
    return certificate.checkHost(host) !== undefined && certificate.validToDate > new Date()
  } catch {
    return false
  }
}

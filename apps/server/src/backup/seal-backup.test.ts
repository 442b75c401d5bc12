import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { openSealed, sealBackup, sealHeaderBytes } from './seal-backup.ts'

const password = 'le mot de passe de Marc'
const inChunks = async function* (bytes: Buffer, length = 10_000) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}
const seal = async (bytes: Buffer) => Buffer.concat(await Array.fromAsync(sealBackup(inChunks(bytes), password, 10)))
const unseal = async (sealed: Buffer, given = password) =>
  Buffer.concat(
    await Array.fromAsync(
      openSealed(sealed.subarray(0, sealHeaderBytes), inChunks(sealed.subarray(sealHeaderBytes)), given),
    ),
  )

test.each([0, 1, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 300_000])(
  '%i bytes come back as they were sealed',
  async (length) => {
    const bytes = randomBytes(length)
    const sealed = await seal(bytes)
    // Fewer may stand there by chance.
    if (length > 16) expect(sealed.includes(bytes.subarray(0, 16))).toBe(false)
    expect((await unseal(sealed)).equals(bytes)).toBe(true)
  },
)

test('another password does not open it, and is told from damage', async () => {
  await expect(unseal(await seal(randomBytes(1000)), 'un autre')).rejects.toThrow(
    /This password does not open the backup/,
  )
})

test('what was altered, cut, left out or put elsewhere does not open', async () => {
  const sealed = await seal(randomBytes(200_000))
  const piece = 64 * 1024 + 16
  const at = (i: number) => sealHeaderBytes + i * piece
  const flipped = Buffer.from(sealed)
  flipped[at(1) + 100]! ^= 1
  const wrong = [
    flipped,
    sealed.subarray(0, -1),
    sealed.subarray(0, at(3)),
    sealed.subarray(0, at(0)),
    Buffer.concat([sealed.subarray(0, at(1)), sealed.subarray(at(2))]),
    Buffer.concat([
      sealed.subarray(0, at(0)),
      sealed.subarray(at(1), at(2)),
      sealed.subarray(at(0), at(1)),
      sealed.subarray(at(2)),
    ]),
  ]
  for (const bytes of wrong) await expect(unseal(bytes)).rejects.toThrow(/damaged|cut/)
})

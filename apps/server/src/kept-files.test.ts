import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { keepFiles } from './kept-files.ts'

function built() {
  const folder = mkdtempSync(join(tmpdir(), 'comptoir-kept-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'assets'))
  mkdirSync(join(folder, '.vite'))
  const files = ['index.html', 'assets/a.js', 'assets/a.js.br', 'assets/a.js.gz', 'assets/b.css', '.vite/manifest.json']
  for (const name of files) writeFileSync(join(folder, name), name)
  return keepFiles(folder)
}
const textOf = (file?: { bytes: Uint8Array }) => file && Buffer.from(file.bytes).toString()

test('a browser gets the smallest form it takes', () => {
  const find = built()
  expect(textOf(find('/assets/a.js', 'gzip, deflate, br'))).toBe('assets/a.js.br')
  expect(find('/assets/a.js', 'gzip')).toMatchObject({ encoding: 'gzip', type: 'text/javascript; charset=utf-8' })
  expect(find('/assets/a.js', '')).toMatchObject({ encoding: null })
  expect(textOf(find('/assets/b.css', 'br'))).toBe('assets/b.css')
})

test('nothing but the files of the build is found', () => {
  const find = built()
  const outside = [
    '/../package.json',
    '/assets/../index.html',
    '/.vite/manifest.json',
    '/assets/a.js.br',
    '/assets',
    '/no',
  ]
  for (const path of outside) expect(find(path, 'br'), path).toBeUndefined()
})

test('an app that was not built has no files', () => {
  expect(keepFiles(join(tmpdir(), 'comptoir-nowhere'))('/index.html', '')).toBeUndefined()
})

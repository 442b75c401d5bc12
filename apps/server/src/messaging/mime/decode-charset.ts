import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { charsetOf } from './charset-of.ts'

/** The words in these bytes, whatever their sender calls the way they are written. Never fails. */
export function decodeCharset(bytes: Uint8Array, label = ''): string {
  const charset = charsetOf(label)
  if (charset === 'utf-8') return decodeUtf8(bytes)
  if (charset === 'unknown') return decodeUnknown(bytes)
  if (charset === 'iso-2022-kr') return decoderFor('euc-kr')!.decode(unshifted(bytes, SHIFT_OUT, SHIFT_IN, 1))
  if (charset === 'hz-gb-2312') return decoderFor('gb18030')!.decode(unshifted(bytes, HZ_IN, HZ_OUT, 2))
  // What is called Latin and is whole UTF-8 was never meant to be read as `Ã©`.
  if (LATIN.has(charset) && isUtf8(bytes)) return decoderFor('utf-8')!.decode(bytes)
  const decoder = decoderFor(charset)
  if (decoder) return decoder.decode(bytes)
  return iconv.encodingExists(charset) ? iconv.decode(Buffer.from(bytes), charset) : decodeUnknown(bytes)
}

function decodeUtf8(bytes: Uint8Array): string {
  const text = decoderFor('utf-8')!.decode(bytes)
  return isUtf8(bytes) || isMostlyWhole(text) ? text : decoderFor('windows-1252')!.decode(bytes)
}

function decodeUnknown(bytes: Uint8Array): string {
  return isAscii(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    : decodeUtf8(bytes)
}

// One character cut in half is no reason to misread all others.
function isMostlyWhole(text: string) {
  const broken = text.split('\uFFFD').length - 1
  return (text.match(/[^\u0000-\u007F\uFFFD]/g)?.length ?? 0) > broken
}

// Both write two-byte characters without the eighth bit, between two marks.
function unshifted(bytes: Uint8Array, shiftIn: number[], shiftOut: number[], markLength: number) {
  const plain: number[] = []
  let isShifted = false
  for (let at = 0; at < bytes.length; at += 1) {
    const isMark = (mark: number[]) => mark.every((byte, here) => bytes[at + here] === byte)
    if (isMark(ESCAPE)) at += 3
    else if (isMark(isShifted ? shiftOut : shiftIn)) {
      isShifted = !isShifted
      at += markLength - 1
    } else {
      const byte = bytes[at]!
      if (byte === NEW_LINE) isShifted = false
      plain.push(isShifted && byte > 0x20 ? byte | 0x80 : byte)
    }
  }
  return Uint8Array.from(plain)
}

function decoderFor(charset: string): TextDecoder | undefined {
  if (!decoders.has(charset)) decoders.set(charset, makeDecoder(charset))
  return decoders.get(charset)
}

function makeDecoder(charset: string) {
  try {
    return new TextDecoder(charset)
  } catch {
    return undefined
  }
}

// As many as there are known names: what is called by no known name never comes here.
const decoders = new Map<string, TextDecoder | undefined>()
const LATIN = new Set(['windows-1252', 'iso-8859-15'])
const NEW_LINE = 0x0a
const SHIFT_OUT = [0x0e]
const SHIFT_IN = [0x0f]
const HZ_IN = [0x7e, 0x7b]
const HZ_OUT = [0x7e, 0x7d]
const ESCAPE = [0x1b, 0x24, 0x29, 0x43]

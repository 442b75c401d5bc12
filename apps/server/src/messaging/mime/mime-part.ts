import { headerParams, type HeaderParams } from './header-params.ts'
import { decodeWords } from './decode-words.ts'
import { headerIn, type Header } from './headers.ts'

/** A part of a mail, or the whole of it, by what its headers say. */
export interface MimePart {
  headers: Header[]
  type: HeaderParams
  disposition: HeaderParams
  /** Content-Transfer-Encoding. */
  encoding: string
  parent: MimePart | null
  /** `alternative` of `multipart/alternative`; null where it holds no parts. */
  multipart: string | null
}

export function mimePart(headers: Header[], parent: MimePart | null): MimePart {
  const type = headerParams(headerIn(headers, 'content-type'))
  if (!/^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/.test(type.value))
    type.value = parent?.multipart === 'digest' ? 'message/rfc822' : 'text/plain'
  return {
    headers,
    type,
    disposition: headerParams(headerIn(headers, 'content-disposition')),
    encoding:
      headerIn(headers, 'content-transfer-encoding')
        .toLowerCase()
        .match(/[\w-]+/)?.[0] ?? '',
    parent,
    multipart: type.value.startsWith('multipart/') ? type.value.slice('multipart/'.length) : null,
  }
}

/** The name of the file a part holds, or nothing. */
export function fileNameOf({ disposition, type }: MimePart): string {
  return decodeWords(disposition.params.get('filename') || type.params.get('name') || '')
}

/** Words to be shown, not a file. */
export function isInlineText({ type, disposition }: MimePart): boolean {
  return (type.value === 'text/plain' || type.value === 'text/html') && disposition.value !== 'attachment'
}

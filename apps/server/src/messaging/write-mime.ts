import { encode as encodeBase64, wrap as wrapBase64 } from 'nodemailer/lib/base64'
import type MimeNode from 'nodemailer/lib/mime-node'
import { encode as encodePrintable, wrap as wrapPrintable } from 'nodemailer/lib/qp'

/**
 * The bytes of a mail whose parts are texts in memory. They are those its own stream would give, which for so few takes
 * longer than all the rest of sending.
 */
export function writeMime(root: MimeNode): Buffer {
  const text = partOf(root).replace(/\r?\n/g, '\r\n')
  return Buffer.from(text.endsWith('\r\n') ? text : `${text}\r\n`)
}

function partOf(node: MimeNode): string {
  // The boundary is known once the headers are built.
  const headers = node.buildHeaders()
  const content = contentOf(node)
  if (!node.multipart) return `${headers}\r\n\r\n${content}`
  const children = node.childNodes.map((child) => `--${node.boundary}\r\n${partOf(child)}`)
  return `${headers}\r\n\r\n${content}${children.join('\r\n')}\r\n--${node.boundary}--\r\n`
}

function contentOf(node: MimeNode): string {
  const { content } = node
  if (!content) return ''
  if (typeof content !== 'string') throw new TypeError('only texts are written at once')
  switch (node.getTransferEncoding()) {
    case 'base64':
      return wrapBase64(encodeBase64(content))
    case 'quoted-printable':
      return wrapPrintable(encodePrintable(content))
    default:
      return content
  }
}

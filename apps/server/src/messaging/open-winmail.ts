import { cleanLine } from './clean-text.ts'
import type { PartFiles } from './detach-part.ts'
import type { MailContent } from './mail-content.ts'
import type { MailAttachment } from './parsed-mail.ts'
import { isTnef, readTnef, type TnefFile } from './tnef/read-tnef.ts'

/** A mail of Outlook's own kind with what is in its winmail.dat instead of that file; a broken one stays as it came. */
export async function openWinmail(content: MailContent, files: PartFiles | null): Promise<MailContent> {
  const attachments: MailAttachment[] = []
  let { text, html } = content
  for (const attachment of content.attachments) {
    const inside = isWinmail(attachment) ? await insideOf(attachment, files) : null
    if (!inside) {
      attachments.push(attachment)
      continue
    }
    if (text.trim() === '') text = inside.text
    if (html.trim() === '') html = inside.html
    attachments.push(...inside.files.map(attachmentOf))
  }
  return { text, html, attachments }
}

function isWinmail({ mediaType, name, bytes }: MailAttachment) {
  return (mediaType.endsWith('ms-tnef') || /^(?:winmail\.dat|win\.dat|att\d+\.dat)$/i.test(name ?? '')) && isTnef(bytes)
}

async function insideOf({ stored, bytes }: MailAttachment, files: PartFiles | null) {
  const whole = stored && files ? await files.readWhole(stored.key) : bytes
  try {
    return readTnef(whole)
  } catch {
    return null
  }
}

function attachmentOf({ name, mediaType, contentId, bytes }: TnefFile): MailAttachment {
  return {
    name: cleanLine(name.replace(/[/\\]/g, '_'), 200) || null,
    mediaType: /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/.test(mediaType) ? mediaType : mediaTypeOf(name),
    contentId: cleanLine(contentId ?? '', 500) || null,
    inline: contentId !== null,
    bytes,
    stored: null,
  }
}

/** Outlook says it of few files. */
function mediaTypeOf(name: string) {
  return MEDIA_TYPES.get(name.toLowerCase().match(/\.([a-z0-9]{2,5})$/)?.[1] ?? '') ?? 'application/octet-stream'
}

const MEDIA_TYPES = new Map([
  ['pdf', 'application/pdf'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['gif', 'image/gif'],
  ['txt', 'text/plain'],
  ['ics', 'text/calendar'],
  ['doc', 'application/msword'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xls', 'application/vnd.ms-excel'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['zip', 'application/zip'],
])

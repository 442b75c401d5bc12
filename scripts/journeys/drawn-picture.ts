import type { Locator, Page } from 'playwright-core'

/** A picture of so many pixels with a word on it, as somebody would have on their machine. */
export async function drawnPicture(page: Page, words: string, { width = 800, height = 400 } = {}) {
  const address = await page.evaluate(
    (asked) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: asked.width, height: asked.height })
      const pen = canvas.getContext('2d')!
      pen.fillStyle = '#e0f0ed'
      pen.fillRect(0, 0, asked.width, asked.height)
      pen.strokeStyle = '#0d6761'
      pen.lineWidth = asked.height / 20
      pen.strokeRect(asked.height / 10, asked.height / 10, asked.width - asked.height / 5, asked.height * 0.8)
      pen.fillStyle = '#0d6761'
      pen.font = `600 ${asked.height / 4}px sans-serif`
      pen.textAlign = 'center'
      pen.fillText(asked.words, asked.width / 2, asked.height * 0.58)
      return canvas.toDataURL('image/png')
    },
    { words, width, height },
  )
  const name = `${words}.png`
  return { name, mimeType: 'image/png', buffer: Buffer.from(address.split(',')[1]!, 'base64') }
}

/** Puts files before an element as a paste or a drop does. */
export async function give(
  at: Locator,
  how: 'paste' | 'drop',
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  const { name, mimeType, buffer } = file
  await at.evaluate(
    (element, given) => {
      const data = new DataTransfer()
      const bytes = Uint8Array.from(atob(given.base64), (letter) => letter.charCodeAt(0))
      data.items.add(new File([bytes], given.name, { type: given.mimeType }))
      const common = { bubbles: true, cancelable: true }
      element.dispatchEvent(
        given.how === 'paste'
          ? new ClipboardEvent('paste', { ...common, clipboardData: data })
          : new DragEvent('drop', { ...common, dataTransfer: data }),
      )
    },
    { name, mimeType, how, base64: buffer.toString('base64') },
  )
}

/** The pictures in there; an editor puts others where its caret has to stand. */
export const picturesOf = (at: Locator): Locator => at.locator('img:not(.ProseMirror-separator)')

/** Whether each picture in there was fetched and can be seen. */
export const drawn = (at: Locator): Promise<boolean[]> =>
  picturesOf(at).evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth > 0))

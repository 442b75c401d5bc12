import { Node } from '@tiptap/core'
import type { Node as DocNode } from '@tiptap/pm/model'
import { pictureAddress } from './picture-address.ts'

export interface PictureAttributes {
  fileId: string
  alt: string
  width: number | null
  height: number | null
}

/** A file of the business that stands in the text, and leaves inside the mail. */
export function pictureNode(slug: string) {
  return Node.create({
    name: 'picture',
    group: 'inline',
    inline: true,
    atom: true,
    draggable: true,
    addAttributes: () => ({
      fileId: {
        default: '',
        parseHTML: (element) => element.dataset['picture'],
        renderHTML: ({ fileId }) => ({ 'data-picture': fileId as string }),
      },
      alt: { default: '' },
      width: { default: null },
      height: { default: null },
    }),
    parseHTML: () => [{ tag: 'img[data-picture]' }],
    renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
    renderText: ({ node }) => String(node.attrs['alt']),
    // What is kept names the file alone; only what is seen is fetched.
    addNodeView:
      () =>
      ({ node }) => {
        const dom = document.createElement('img')
        show(dom, slug, node)
        return {
          dom,
          update(now) {
            if (now.type !== node.type) return false
            show(dom, slug, now)
            return true
          },
        }
      },
  })
}

function show(image: HTMLImageElement, slug: string, { attrs }: DocNode) {
  const { fileId, alt, width, height } = attrs as PictureAttributes
  const address = pictureAddress(slug, fileId)
  if (image.getAttribute('src') !== address) image.src = address
  image.alt = alt
  for (const [name, size] of Object.entries({ width, height })) {
    if (size) image.setAttribute(name, String(size))
    else image.removeAttribute(name)
  }
}

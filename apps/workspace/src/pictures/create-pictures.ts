import type { Editor } from '@tiptap/core'
import { createSignal, onCleanup } from 'solid-js'
import { maxPictureBytes, pictureTypes, type FileView } from '@comptoir/contract/documents'
import { useLanguage } from '../app/create-language.ts'
import { sentenceOf } from '../app/show-refusal.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { sendFile, type Upload } from '../inbox/composer/send-file.ts'

export type Pictures = ReturnType<typeof createPictures>

/** Pictures that are put into a text: sent to the server first, then in their place. */
export function createPictures(parts: {
  /** How wide one stands there at first, in pixels. */
  widest: number
  /** What else is pasted or dropped; a text that takes no files says so. */
  onOthers?: (files: File[]) => void
}) {
  const language = useLanguage()
  const { slug } = useWorkspace()
  const [problem, setProblem] = createSignal<string>()
  const [sending, setSending] = createSignal<readonly { done: number }[]>([])
  const running = new Map<Promise<void>, Upload | undefined>()
  let editor: Editor | undefined
  onCleanup(() => running.forEach((upload) => upload?.abort()))

  function add(files: Iterable<File>) {
    setProblem(undefined)
    const all = [...files]
    const others = all.filter((file) => parts.onOthers && !file.type.startsWith('image/'))
    if (others.length > 0) parts.onOthers?.(others)
    for (const file of all) {
      if (others.includes(file)) continue
      const adding: Promise<void> = put(file, (upload) => running.set(adding, upload)).finally(() =>
        running.delete(adding),
      )
      running.set(adding, undefined)
    }
  }

  async function put(file: File, begun: (upload: Upload) => void) {
    const size = await sizeOf(file)
    const isPicture = size && pictureTypes.some((one) => one === file.type)
    if (!isPicture) return void setProblem(language.t('errors.not_picture'))
    if (file.size > maxPictureBytes)
      return void setProblem(language.t('errors.file_too_large', { megabytes: maxPictureBytes / 2 ** 20 }))
    const address = `/api/w/${slug}/files?name=${encodeURIComponent(file.name || 'image.png')}&as=picture`
    const one = { done: 0 }
    const upload = sendFile(address, file, (done) => {
      one.done = done
      setSending((all) => [...all])
    })
    begun(upload)
    setSending((all) => [...all, one])
    try {
      insert(await upload.sent, size)
    } catch (error) {
      setProblem(sentenceOf(error, language))
    } finally {
      setSending((all) => all.filter((other) => other !== one))
    }
  }

  function insert({ id }: FileView, size: { width: number; height: number }) {
    if (!editor || editor.isDestroyed) return
    const width = Math.min(size.width, parts.widest)
    const attrs = { fileId: id, width, height: Math.round((width * size.height) / size.width) }
    editor.chain().focus().insertContent({ type: 'picture', attrs }).run()
  }

  return {
    add,
    problem,
    /** How far those on their way are, from 0 to 1; undefined: there are none. */
    progress: () => {
      const all = sending()
      return all.length === 0 ? undefined : all.reduce((sum, { done }) => sum + done, 0) / all.length
    },
    /** Once none is on its way. */
    idle: async () => void (await Promise.allSettled(running.keys())),
    lend: (given: Editor) => void (editor = given),
  }
}

/** Undefined of what the browser cannot draw. */
async function sizeOf(file: File) {
  const drawn = await createImageBitmap(file).catch(() => undefined)
  if (!drawn) return undefined
  const { width, height } = drawn
  drawn.close()
  return { width, height }
}

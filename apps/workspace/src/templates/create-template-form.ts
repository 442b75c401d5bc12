import { createMemo, untrack } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { FileView } from '@comptoir/contract/documents'
import type { TemplateView, VariableName, VariableTexts } from '@comptoir/contract/templates'
import { makeId } from '@comptoir/rules/uuid'
import { variablesIn } from '@comptoir/rules/fill-template'
import { createAct } from '../app/create-act.ts'
import { createIntent } from '../app/create-intent.ts'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { createUploads, tooHeavy } from '../inbox/composer/create-uploads.ts'
import { createPictures } from '../pictures/create-pictures.ts'
import { pictureSizes } from './picture-sizes.ts'
import { liveInboxOf } from '../live/live-inbox.ts'

interface Fields {
  name: string
  category: string
  bodyHtml: string
  fallbacks: VariableTexts
  files: FileView[]
  whose: TemplateView['whose']
}

/** What a text to be kept consists of, and the keeping of it. */
export function createTemplateForm(
  was: TemplateView | undefined,
  given: Partial<Fields>,
  onKept: (name: string) => void,
) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const { api, templatesApi, templates } = liveInboxOf(workspace)
  const [fields, setFields] = createStore<Fields>(
    untrack(() => ({
      name: was?.name ?? '',
      category: was?.category ?? '',
      bodyHtml: was?.bodyHtml ?? given.bodyHtml ?? '',
      fallbacks: { ...was?.fallbacks },
      files: [...(was?.files ?? given.files ?? [])],
      whose: was?.whose ?? (workspace.isTeam() ? 'team' : 'own'),
    })),
  )
  const uploads = createUploads({
    addressOf: api.uploadAddress,
    onReady: (file) => setFields('files', (files) => [...files, file]),
  })
  const pictures = createPictures({
    widest: pictureSizes.template.large,
    onOthers: (files) => uploads.add(files),
  })
  const id = was?.id ?? makeId()
  const intend = createIntent()
  const act = createAct(async () => {
    await pictures.idle()
    const { files, fallbacks, ...rest } = fields
    const used = variablesIn(rest.bodyHtml)
    const input = {
      ...rest,
      fallbacks: Object.fromEntries(used.flatMap((name) => (fallbacks[name]?.trim() ? [[name, fallbacks[name]]] : []))),
      fileIds: files.map((file) => file.id),
    }
    await intend(input, (commandId) =>
      was
        ? templatesApi.change(id, { commandId, version: was.version, ...input })
        : templatesApi.add({ commandId, id, ...input }),
    )
    onKept(fields.name)
  })
  const categories = createMemo(() => {
    const state = templates.state('all')
    const all = state.is === 'ready' ? state.slice.templates.map(({ category }) => category) : []
    return [...new Set(all)].filter(Boolean).sort()
  })

  return {
    fields,
    set<Name extends keyof Fields>(name: Name, value: Fields[Name]) {
      setFields(name, () => value)
    },
    setFallback: (name: VariableName, text: string) => setFields('fallbacks', name, text),
    variables: () => variablesIn(fields.bodyHtml),
    uploads,
    pictures,
    categories,
    act,
    /** Why its files cannot be kept as they are. */
    fileProblem() {
      if (uploads.isStuck()) return t('inbox.composer.file_stuck')
      return tooHeavy(fields.files) === undefined ? undefined : t('errors.attachments_too_large', { megabytes: 25 })
    },
  }
}

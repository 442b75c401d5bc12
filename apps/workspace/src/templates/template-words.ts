import type { TemplateView, VariableName } from '@comptoir/contract/templates'
import { fillTemplate } from '@comptoir/rules/fill-template'
import { picturesIn } from '@comptoir/rules/pictures-in'
import type { Language } from '../app/create-language.ts'
import { htmlToText } from '../inbox/composer/html-text.ts'

/** What a variable is called on the screens. */
export function variableLabel({ t }: Pick<Language, 't'>, name: VariableName) {
  return t(`templates.variables.${name}`)
}

/** The words of a kept text on one line, with what will be filled in named in brackets. */
export function templateLine(language: Pick<Language, 't'>, { bodyHtml }: Pick<TemplateView, 'bodyHtml'>) {
  const labelOf = (name: VariableName) => variableLabel(language, name)
  const words = htmlToText(fillTemplate(bodyHtml, { values: {}, fallbacks: {}, labelOf })).replaceAll(/\s+/g, ' ')
  return words.trim() === '' && picturesIn(bodyHtml).length > 0 ? language.t('templates.picture.alone') : words
}

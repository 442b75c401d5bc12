import type { VariableName, VariableTexts } from '@comptoir/contract/templates'

/**
 * A kept text with its variables filled in: each with its value, else with what stands in for it, else with a gap
 * that bears its name. Values are words, never markup.
 */
export function fillTemplate(
  html: string,
  {
    values,
    fallbacks,
    labelOf,
  }: { values: VariableTexts; fallbacks: VariableTexts; labelOf(name: VariableName): string },
): string {
  return html.replace(variable, (_, name: VariableName) => {
    const words = values[name]?.trim() || fallbacks[name]?.trim()
    return escaped(words || gap(labelOf(name)))
  })
}

/** The same for the end of a letter, where nobody looks: a line that lacks something is left out. */
export function fillSignature(html: string, values: VariableTexts): string {
  const isWhole = (line: string) =>
    [...line.matchAll(variable)].every(([, name]) => values[name as VariableName]?.trim())
  const lines = html.replace(/<(p|li)>(?:(?!<\/?\1>).)*<\/\1>/gs, (line) => (isWhole(line) ? line : ''))
  return fillTemplate(lines, { values, fallbacks: {}, labelOf: () => '' }).replaceAll(gap(''), '')
}

/** The variables a kept text asks for, each once, in the order of the text. */
export function variablesIn(html: string): VariableName[] {
  return [...new Set([...html.matchAll(variable)].map(([, name]) => name as VariableName))]
}

/** What could not be filled in, by the names of the gaps in a text or in our rich text, each once. */
export function gapsIn(text: string): string[] {
  return [...new Set([...text.matchAll(gaps)].map(([, label]) => label ?? ''))]
}

// Word joiners are seen by nobody and typed by nobody: brackets that somebody means stay what they are.
const gap = (label: string) => `[\u2060${label}\u2060]`
const gaps = /\[\u2060([^\]\u2060]*)\u2060?\]/g

/** Anew for whoever walks through a text with it. */
export const gapPattern = () => new RegExp(gaps)

const variable = /<span data-variable="([a-z_]+)">[^<]*<\/span>/g

function escaped(text: string) {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
}

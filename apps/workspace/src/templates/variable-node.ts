import { mergeAttributes, Node } from '@tiptap/core'
import type { VariableName } from '@comptoir/contract/templates'

/** What will be filled in, as one piece of the text that bears its name. */
export function variableNode(labelOf: (name: VariableName) => string) {
  return Node.create({
    name: 'variable',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes: () => ({
      name: {
        default: 'client_name',
        parseHTML: (element) => element.dataset['variable'],
        renderHTML: ({ name }) => ({ 'data-variable': name as VariableName }),
      },
    }),
    parseHTML: () => [{ tag: 'span[data-variable]' }],
    renderHTML: ({ node, HTMLAttributes }) => [
      'span',
      mergeAttributes(HTMLAttributes),
      labelOf(node.attrs['name'] as VariableName),
    ],
    renderText: ({ node }) => `[${labelOf(node.attrs['name'] as VariableName)}]`,
  })
}

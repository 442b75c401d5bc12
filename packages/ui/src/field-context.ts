import { createContext, createUniqueId, useContext } from 'solid-js'

export type FieldContext = {
  id: string
  describedBy: () => string | undefined
  invalid: () => true | undefined
  required: () => true | undefined
}

export const FieldContextOf = createContext<FieldContext>()

/** What an input takes from the field around it: its id, its description, whether it is wrong. */
export function useField(): FieldContext {
  const field = useContext(FieldContextOf)
  if (field) return field
  return {
    id: createUniqueId(),
    describedBy: () => undefined,
    invalid: () => undefined,
    required: () => undefined,
  }
}

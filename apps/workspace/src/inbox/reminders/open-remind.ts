/** Opens the reminders for a key that was pressed elsewhere: of those that are chosen, else of the conversation. */
export function openRemind() {
  const [chosen, one] = ['remind-chosen', 'remind'].map((name) =>
    document.querySelector<HTMLElement>(`[data-opens="${name}"]`),
  )
  const button = chosen ?? one
  button?.focus()
  button?.click()
}

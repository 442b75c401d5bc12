import { createEffect, Show, type JSX } from 'solid-js'
import { Banner } from '@comptoir/ui/Banner'
import { Button } from '@comptoir/ui/Button'
import type { createAct } from './create-act.ts'
import './Form.css'

/** Fields and one act. What is wrong as a whole stands above, the rest beside its field, where the focus goes. */
export function Form(props: {
  act: Pick<ReturnType<typeof createAct>, 'busy' | 'fields' | 'refusal'>
  onSubmit: () => void
  /** Absent where one may only look. */
  submit: string | undefined
  /** Beside the button. */
  aside?: JSX.Element
  wide?: boolean
  children: JSX.Element
}) {
  let form: HTMLFormElement | undefined
  let top: HTMLDivElement | undefined
  createEffect(() => {
    if (Object.keys(props.act.fields()).length > 0) form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  })
  // On a phone the button may be far below what is said about it.
  createEffect(() => props.act.refusal() && top?.scrollIntoView({ block: 'nearest' }))
  return (
    // The browser would say what is missing in its own language, not in that of the screen.
    <form
      ref={form}
      class="form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        props.onSubmit()
      }}
    >
      <div ref={top}>
        <Show when={props.act.refusal()}>{(sentence) => <Banner tone="danger">{sentence()}</Banner>}</Show>
      </div>
      {props.children}
      <Show when={props.submit}>
        <div class="form-foot" data-wide={props.wide || undefined}>
          <Button type="submit" tone="primary" busy={props.act.busy()}>
            {props.submit}
          </Button>
          {props.aside}
        </div>
      </Show>
    </form>
  )
}

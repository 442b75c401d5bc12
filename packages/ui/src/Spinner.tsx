import './Spinner.css'

/** Something is going on. `label` is said aloud; leave it out where a neighbour says it already. */
export function Spinner(props: { label?: string; size?: 'sm' | 'md' | 'lg' }) {
  return (
    <span
      class="spinner"
      data-size={props.size ?? 'md'}
      role={props.label ? 'status' : undefined}
      aria-label={props.label}
      aria-hidden={props.label ? undefined : 'true'}
    />
  )
}

import './Progress.css'

/** How far a long work has come, from 0 to 1; `undefined` when nobody can know. */
export function Progress(props: { value: number | undefined; label: string }) {
  const percent = () =>
    props.value === undefined ? undefined : Math.round(Math.min(1, Math.max(0, props.value)) * 100)
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label={props.label}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow={percent()}
    >
      <span class="progress-done" style={{ '--done': percent() === undefined ? undefined : `${percent()}%` }} />
    </div>
  )
}

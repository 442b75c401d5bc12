import './Logo.css'

/** The counter. Silent unless `label` names it. */
export function Logo(props: { label?: string; size?: 'md' | 'lg' }) {
  return (
    <svg
      class="logo"
      data-size={props.size ?? 'md'}
      viewBox="0 0 32 32"
      role={props.label ? 'img' : undefined}
      aria-label={props.label}
      aria-hidden={props.label ? undefined : 'true'}
    >
      <rect class="logo-ground" width="32" height="32" rx="8" />
      <path class="logo-counter" d="M9.6 21.6v-10.4h12.8v10.4M13.2 21.6v-5h5.6v5" />
    </svg>
  )
}

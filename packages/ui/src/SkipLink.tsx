import './SkipLink.css'

/** The first stop of the keyboard: past the navigation, to the element with the id `to`. */
export function SkipLink(props: { to: string; label: string }) {
  // A router would take the hash for a page, so the focus is moved by hand.
  const skip = (event: MouseEvent) => {
    event.preventDefault()
    document.getElementById(props.to)?.focus()
  }
  return (
    <a class="skip-link" href={`#${props.to}`} on:click={skip}>
      {props.label}
    </a>
  )
}

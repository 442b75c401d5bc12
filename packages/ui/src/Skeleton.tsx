import './Skeleton.css'

/** A grey shape with the size of what will come; silent, its list says that it loads. */
export function Skeleton(props: { width?: string; height?: string; shape?: 'line' | 'circle' | 'block' }) {
  return (
    <span
      class="skeleton"
      data-shape={props.shape ?? 'line'}
      aria-hidden="true"
      style={{ width: props.width, height: props.height }}
    />
  )
}

import { Index } from 'solid-js'
import { Skeleton } from './Skeleton.tsx'
import './Skeleton.css'

const WIDTHS = ['92%', '78%', '85%', '60%']

/** Lines of a text that will come. */
export function SkeletonLines(props: { lines?: number }) {
  const widths = () => Array.from({ length: props.lines ?? 3 }, (_, n) => WIDTHS[n % WIDTHS.length])
  return (
    <div class="skeleton-lines" aria-hidden="true">
      <Index each={widths()}>{(width) => <Skeleton width={width()} />}</Index>
    </div>
  )
}

import { Index } from 'solid-js'
import { Skeleton } from './Skeleton.tsx'
import './Skeleton.css'

/** Rows of a list that will come, as high as the real ones so that nothing jumps. */
export function SkeletonRows(props: { rows?: number; label: string }) {
  const rows = () => Array.from({ length: props.rows ?? 8 }, (_, n) => n)
  return (
    <div class="skeleton-rows" role="status" aria-label={props.label}>
      <Index each={rows()}>
        {(row) => (
          <div class="skeleton-row" aria-hidden="true">
            <Skeleton shape="circle" />
            <div class="skeleton-lines">
              <Skeleton width={row() % 2 ? '38%' : '46%'} />
              <Skeleton width={row() % 3 ? '64%' : '52%'} />
              <Skeleton width={row() % 2 ? '88%' : '80%'} />
            </div>
          </div>
        )}
      </Index>
    </div>
  )
}

import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import { For, Show, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { Checkbox } from './Checkbox.tsx'
import './DataTable.css'

export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => JSX.Element
  /** Figures stand on the right, one under another. */
  align?: 'start' | 'end'
  sortable?: boolean
}
export type Sort = { key: string; direction: 'ascending' | 'descending' }
export type Selection<Row> = {
  chosen: ReadonlySet<string>
  onChange: (chosen: Set<string>) => void
  allLabel: string
  rowLabel: (row: Row) => string
}
export type DataTableProps<Row> = {
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Where a row leads: its first cell becomes the link, and the whole row is pressed. */
  rowHref?: (row: Row) => string
  selection?: Selection<Row>
  sort?: Sort
  onSort?: (sort: Sort) => void
}

/** Rows of 48 px on a wide screen, cards on a phone. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  return (
    <table class="data-table" aria-label={props.label}>
      <thead>
        <tr>
          <Show when={props.selection}>
            {(selection) => (
              <th class="data-table-choice" scope="col">
                <ChooseAll keys={props.rows.map((row) => props.rowKey(row))} selection={selection()} />
              </th>
            )}
          </Show>
          <For each={props.columns}>
            {(column) => <ColumnHead column={column} sort={props.sort} onSort={props.onSort} />}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>{(row) => <TableRow row={row} table={props} />}</For>
      </tbody>
    </table>
  )
}

function ColumnHead<Row>(props: { column: Column<Row>; sort?: Sort; onSort?: (sort: Sort) => void }) {
  const direction = () => (props.sort?.key === props.column.key ? props.sort.direction : undefined)
  const turn = () =>
    props.onSort?.({
      key: props.column.key,
      direction: direction() === 'ascending' ? 'descending' : 'ascending',
    })
  return (
    <th scope="col" data-align={props.column.align} aria-sort={direction()}>
      <Show when={props.column.sortable} fallback={props.column.label}>
        <button type="button" class="data-table-sort" onClick={turn}>
          {props.column.label}
          <Show when={direction()}>
            <Dynamic component={direction() === 'ascending' ? ArrowUp : ArrowDown} aria-hidden="true" />
          </Show>
        </button>
      </Show>
    </th>
  )
}

function TableRow<Row>(props: { row: Row; table: DataTableProps<Row> }) {
  const key = () => props.table.rowKey(props.row)
  return (
    <tr data-chosen={props.table.selection?.chosen.has(key()) || undefined}>
      <Show when={props.table.selection}>
        {(selection) => (
          <td class="data-table-choice">
            <Checkbox
              label={selection().rowLabel(props.row)}
              labelShown="aloud"
              checked={selection().chosen.has(key())}
              onChange={() => selection().onChange(toggled(selection().chosen, key()))}
            />
          </td>
        )}
      </Show>
      <For each={props.table.columns}>
        {(column, at) => (
          <td data-align={column.align} data-label={column.label}>
            <Show when={at() === 0 && props.table.rowHref} fallback={column.cell(props.row)}>
              {(href) => (
                <a class="data-table-link" href={href()(props.row)}>
                  {column.cell(props.row)}
                </a>
              )}
            </Show>
          </td>
        )}
      </For>
    </tr>
  )
}

function ChooseAll<Row>(props: { keys: readonly string[]; selection: Selection<Row> }) {
  const chosen = () => props.keys.filter((key) => props.selection.chosen.has(key)).length
  const state = () => (chosen() === 0 ? false : chosen() === props.keys.length ? true : 'mixed')
  return (
    <Checkbox
      label={props.selection.allLabel}
      labelShown="aloud"
      checked={state()}
      onChange={() => props.selection.onChange(state() === true ? new Set() : new Set(props.keys))}
    />
  )
}

function toggled(chosen: ReadonlySet<string>, key: string) {
  const next = new Set(chosen)
  if (!next.delete(key)) next.add(key)
  return next
}

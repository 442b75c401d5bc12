import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { DataTable, type Sort } from './DataTable.tsx'

afterEach(cleanup)

const ROWS = [
  { id: '1', name: 'Karim Laurent' },
  { id: '2', name: 'Pauline Gérard' },
]

test('choosing one client, then all, then none', () => {
  const chosen: string[][] = []
  render(() => <ClientTable onChoose={(ids) => chosen.push(ids)} />)
  const all = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Tous' })

  fireEvent.click(screen.getByRole('checkbox', { name: 'Choisir Karim Laurent' }))
  expect(all.indeterminate).toBe(true)
  fireEvent.click(all)
  expect(all.checked).toBe(true)
  fireEvent.click(all)
  expect(chosen).toEqual([['1'], ['1', '2'], []])
})

test('a row is a link to its client, and its column can be turned round', () => {
  const onSort = vi.fn<(sort: Sort) => void>()
  render(() => <ClientTable onSort={onSort} />)
  expect(screen.getByRole('link', { name: 'Pauline Gérard' }).getAttribute('href')).toBe('/clients/2')
  expect(screen.getByRole('columnheader', { name: 'Client' }).getAttribute('aria-sort')).toBe('ascending')
  fireEvent.click(screen.getByRole('button', { name: 'Client' }))
  expect(onSort).toHaveBeenCalledWith({ key: 'name', direction: 'descending' })
})

function ClientTable(props: { onChoose?: (ids: string[]) => void; onSort?: (sort: Sort) => void }) {
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set())
  const choose = (next: Set<string>) => {
    setChosen(next)
    props.onChoose?.([...next])
  }
  return (
    <DataTable
      label="Clients"
      rows={ROWS}
      rowKey={(row) => row.id}
      rowHref={(row) => `/clients/${row.id}`}
      columns={[{ key: 'name', label: 'Client', sortable: true, cell: (row) => row.name }]}
      sort={{ key: 'name', direction: 'ascending' }}
      onSort={props.onSort}
      selection={{
        chosen: chosen(),
        onChange: choose,
        allLabel: 'Tous',
        rowLabel: (row) => `Choisir ${row.name}`,
      }}
    />
  )
}

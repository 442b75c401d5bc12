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
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set())
  renderTable({ chosen, setChosen })
  const all = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Tous' })

  fireEvent.click(screen.getByRole('checkbox', { name: 'Choisir Karim Laurent' }))
  expect([...chosen()]).toEqual(['1'])
  expect(all.indeterminate).toBe(true)
  fireEvent.click(all)
  expect([...chosen()]).toEqual(['1', '2'])
  fireEvent.click(all)
  expect([...chosen()]).toEqual([])
})

test('a row is a link to its client, and its column can be turned round', () => {
  const onSort = vi.fn()
  renderTable({ onSort })
  expect(screen.getByRole('link', { name: 'Pauline Gérard' }).getAttribute('href')).toBe('/clients/2')
  expect(screen.getByRole('columnheader', { name: 'Client' }).getAttribute('aria-sort')).toBe('ascending')
  fireEvent.click(screen.getByRole('button', { name: 'Client' }))
  expect(onSort).toHaveBeenCalledWith({ key: 'name', direction: 'descending' })
})

function renderTable(options: {
  chosen?: () => ReadonlySet<string>
  setChosen?: (chosen: Set<string>) => void
  onSort?: (sort: Sort) => void
}) {
  render(() => (
    <DataTable
      label="Clients"
      rows={ROWS}
      rowKey={(row) => row.id}
      rowHref={(row) => `/clients/${row.id}`}
      columns={[{ key: 'name', label: 'Client', sortable: true, cell: (row) => row.name }]}
      sort={{ key: 'name', direction: 'ascending' }}
      onSort={options.onSort}
      selection={{
        chosen: options.chosen?.() ?? new Set(),
        onChange: options.setChosen ?? vi.fn(),
        allLabel: 'Tous',
        rowLabel: (row) => `Choisir ${row.name}`,
      }}
    />
  ))
}

import { m } from '../../i18n/messages.ts'
import { Card } from '../../ui/card.tsx'
import { fieldName } from './field-names.ts'
import type { Import } from './import-api.ts'

const ROWS = 8
/** A wide sheet is scrolled by keyboard too, so its region has a place in the tab order. */
const keyboardScrollable = { tabIndex: 0 }

export function PreviewCard({ job, chosen }: { job: Import; chosen: readonly (string | null)[] }) {
  const rows = job.preview.slice(0, ROWS)
  return (
    <Card
      title={m.import_preview()}
      aside={
        <span className="text-xs text-quiet">{m.import_preview_rows({ count: String(rows.length) })}</span>
      }
      flush
    >
      <section
        aria-label={m.import_preview()}
        {...keyboardScrollable}
        className="overflow-x-auto border-t border-line focus-visible:-outline-offset-2"
      >
        <table className="w-full whitespace-nowrap text-sm">
          <thead>
            <tr className="text-left text-xs text-quiet">
              <th scope="col" className="py-2 pl-4 pr-3 font-normal">
                {m.import_row()}
              </th>
              {job.columns.map((column) => {
                const field = chosen[column.column]
                return (
                  <th key={column.column} scope="col" className="px-3 py-2 font-normal">
                    <span className="block">{column.header}</span>
                    <span className={field ? 'block text-on-tint' : 'block text-faint'}>
                      {field ? fieldName(field) : m.import_ignored()}
                    </span>
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.row} className="border-t border-line">
                <td className="py-1.5 pl-4 pr-3 text-xs text-faint">{row.row}</td>
                {job.columns.map((column) => (
                  <td
                    key={column.column}
                    className={`max-w-60 truncate px-3 py-1.5 ${chosen[column.column] ? '' : 'text-faint'}`}
                  >
                    {row.cells[column.column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  )
}

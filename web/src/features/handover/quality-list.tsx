import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { PersonChip } from '../../ui/person-chip.tsx'
import { qualityQuery } from './handover-api.ts'

/** Per former owner: what is open, what is late, and what receivers thought of it. */
export function QualityList() {
  const rows = useQuery(qualityQuery).data?.items ?? []
  if (rows.length === 0) return null
  return (
    <section className="overflow-x-auto">
      <h2 className="mb-2 text-md font-semibold">{m.handover_quality()}</h2>
      <table className="w-full text-sm">
        <thead>
          <tr className="border-b border-line text-left text-xs text-quiet">
            <th className="py-1.5 pr-3 font-medium">{m.handover_who()}</th>
            <th className="py-1.5 pr-3 text-right font-medium">{m.handover_open()}</th>
            <th className="py-1.5 pr-3 text-right font-medium">{m.handover_late()}</th>
            <th className="py-1.5 pr-3 text-right font-medium">{m.handover_done()}</th>
            <th className="py-1.5 text-right font-medium">{m.handover_average()}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.rep.id} className="border-b border-line/60">
              <td className="py-1.5 pr-3">
                <PersonChip name={row.rep.name} seed={row.rep.id} />
              </td>
              <td className="py-1.5 pr-3 text-right">{formatNumber(row.open)}</td>
              <td className={row.overdue > 0 ? 'py-1.5 pr-3 text-right text-bad' : 'py-1.5 pr-3 text-right'}>
                {formatNumber(row.overdue)}
              </td>
              <td className="py-1.5 pr-3 text-right">{formatNumber(row.done)}</td>
              <td className="py-1.5 text-right">
                {row.average === null
                  ? '–'
                  : m.handover_average_of({
                      score: formatNumber(row.average, 1),
                      count: formatNumber(row.scored),
                    })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

import { ArrowRight, Download } from 'lucide-react'
import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { buttonLook } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { fieldName } from './field-names.ts'
import type { Report } from './import-api.ts'
import { noteText, problemWord, repairWord } from './import-words.ts'

const REPAIRS_SHOWN = 12

/** What a run found: counts, what was read as something else, what is wrong and where to read the rows. */
export function OutcomeCard({ id, report, tried }: { id: string; report: Report; tried: boolean }) {
  const { counts } = report
  const figures: [string, number, boolean][] = [
    [m.import_count_rows(), counts.rows, false],
    [tried ? m.import_count_will() : m.import_count_created(), counts.created, false],
    [m.import_count_duplicates(), counts.duplicates, false],
    [m.import_count_unchanged(), counts.unchanged, false],
    [m.import_count_changed(), counts.changed, false],
    [m.import_count_warnings(), counts.warnings, true],
    [m.import_count_failed(), counts.failed, true],
  ]
  const problems = Object.entries(report.problems)
  return (
    <Card title={tried ? m.import_dry_result() : m.import_result()}>
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] gap-2">
        {figures.map(([label, value, bad], place) => (
          <div key={label} className={`rounded-md px-3 py-2 ${place === 1 ? 'bg-tint' : 'bg-sunken'}`}>
            <dt className={`truncate text-xs ${place === 1 ? 'text-on-tint' : 'text-quiet'}`}>{label}</dt>
            <dd className={`text-title font-semibold ${bad && value > 0 ? 'text-warn' : ''}`}>
              {formatNumber(value)}
            </dd>
          </div>
        ))}
      </dl>
      {problems.length > 0 && (
        <section className="mt-4">
          <h3 className="mb-2 text-sm font-medium">{m.import_problems()}</h3>
          <ul className="flex flex-col gap-1 text-sm">
            {problems.map(([code, count]) => (
              <li key={code} className="flex justify-between gap-4">
                <span>{problemWord(code)}</span>
                <span className="text-quiet">{m.import_repair_times({ count })}</span>
              </li>
            ))}
          </ul>
          <a
            href={`/api/v1/imports/${id}/errors.csv`}
            download
            className={`${buttonLook({ look: 'plain', size: 'sm' })} mt-2`}
          >
            <Download aria-hidden />
            {m.import_errors_download()}
          </a>
        </section>
      )}
      {report.repairs.length > 0 && (
        <section className="mt-4">
          <h3 className="text-sm font-medium">{m.import_repairs()}</h3>
          <p className="mb-2 text-xs text-faint">{m.import_repairs_note()}</p>
          <ul className="flex flex-col gap-1 text-sm">
            {report.repairs.slice(0, REPAIRS_SHOWN).map((repair) => (
              <li key={`${repair.field} ${repair.given}`} className="flex items-center gap-2">
                <span className="w-24 shrink-0 truncate text-quiet">{fieldName(repair.field)}</span>
                <span className="truncate">{repair.given}</span>
                <ArrowRight className="size-3.5 shrink-0 text-faint" aria-hidden />
                <span className="min-w-0 flex-1 truncate font-medium">{repair.used}</span>
                <span className="shrink-0 text-xs text-quiet">
                  {repairWord(repair.how)} · {m.import_repair_times({ count: repair.count })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {report.notes.map((note) => (
        <p key={note.code} className="mt-3 text-sm text-quiet">
          {noteText(note)}
        </p>
      ))}
    </Card>
  )
}

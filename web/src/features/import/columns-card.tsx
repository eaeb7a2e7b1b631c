import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { fieldName } from './field-names.ts'
import { attributesQuery, type Column, type Import, importFieldsQuery } from './import-api.ts'
import { matchWord } from './import-words.ts'

const SAMPLES = 3
const SURE_PERCENT = 80

type ColumnsCardProps = {
  job: Import
  chosen: readonly (string | null)[]
  onChange: (column: number, field: string | null) => void
}

/** Each column with what it was taken for, how sure that is and why; any of them can be set right. */
export function ColumnsCard({ job, chosen, onChange }: ColumnsCardProps) {
  const fields = useQuery(importFieldsQuery(job.kind)).data?.items ?? []
  const attributes = useQuery(attributesQuery).data?.items.filter((entry) => !entry.archived) ?? []
  const options = [
    ...fields.map(({ key }) => ({ value: key, label: fieldName(key), keywords: [key] })),
    ...attributes.map(({ key, labelZh, labelEn }) => ({
      value: `custom.${key}`,
      label: labelZh || labelEn || key,
      keywords: [key, labelEn],
    })),
  ]
  const taken = new Set(chosen.filter((field) => field !== null))
  const missing = fields.filter((field) => field.required && !taken.has(field.key))
  return (
    <Card
      title={m.import_columns()}
      aside={
        <span className="text-xs text-quiet">
          {m.import_columns_note({
            mapped: formatNumber(taken.size),
            total: formatNumber(job.columns.length),
          })}
        </span>
      }
      flush
    >
      {missing.map((field) => (
        <p
          key={field.key}
          role="alert"
          className="mx-4 mb-2 rounded-md bg-warn-tint px-3 py-2 text-sm text-warn"
        >
          {m.import_missing_required({ field: fieldName(field.key) })}
        </p>
      ))}
      <ul className="divide-y divide-line border-t border-line">
        {job.columns.map((column) => {
          const field = chosen[column.column] ?? null
          return (
            <li
              key={column.column}
              className="grid grid-cols-[minmax(0,1fr)_14rem_9rem] items-center gap-x-4 gap-y-1.5 px-4 py-2 max-md:grid-cols-1"
            >
              <div className="min-w-0">
                <div className="truncate text-sm font-medium">{column.header}</div>
                <div className="truncate text-xs text-faint">
                  {column.samples.slice(0, SAMPLES).join(' · ')}
                </div>
              </div>
              <Combobox
                label={column.header}
                value={field}
                placeholder={m.import_ignored()}
                onChange={(next) => onChange(column.column, next)}
                options={options.map((option) => ({
                  ...option,
                  disabled: taken.has(option.value) && option.value !== field,
                }))}
              />
              <Confidence column={column} field={field} />
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function Confidence({ column, field }: { column: Column; field: string | null }) {
  if (field !== column.field)
    return (
      <span>
        <Badge tone="outline">{field === null ? m.import_ignored() : m.import_by_you()}</Badge>
      </span>
    )
  if (field === null) return <span className="text-xs text-faint">{matchWord('none')}</span>
  return (
    <span className="flex flex-col gap-0.5 text-xs text-quiet">
      <span className={column.confidence < SURE_PERCENT ? 'text-warn' : ''}>
        {m.import_sure({ percent: `${column.confidence}%` })}
      </span>
      <span className="text-faint">{matchWord(column.match)}</span>
    </span>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { m } from '../../i18n/messages.ts'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { Select } from '../../ui/select.tsx'
import { changeFormat, type FormatChange, type Import } from './import-api.ts'
import { delimiters, encodings } from './import-words.ts'

/** How the file was read; a wrong guess is corrected here and the file is read again. */
export function FormatCard({
  job,
  headerRow,
  onHeaderRow,
}: {
  job: Import
  headerRow: number
  onHeaderRow: (row: number) => void
}) {
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (body: FormatChange) => changeFormat(job.id, body),
    onSuccess: (made) => client.setQueryData(['import', job.id], made),
  })
  const { format } = job
  if (!format) return null
  const encoding = Object.keys(encodings).find((name) => name === format.encoding) as
    | keyof typeof encodings
    | undefined
  return (
    <Card title={m.import_format()}>
      <div className="grid grid-cols-3 gap-3 max-md:grid-cols-1">
        {format.type === 'csv' ? (
          <>
            <Field label={m.import_encoding()}>
              {(control) => (
                <Select
                  {...control}
                  value={encoding ?? null}
                  disabled={change.isPending}
                  onChange={(next) => change.mutate({ encoding: next })}
                  options={(Object.keys(encodings) as (keyof typeof encodings)[]).map((value) => ({
                    value,
                    label: encodings[value](),
                  }))}
                />
              )}
            </Field>
            <Field label={m.import_delimiter()}>
              {(control) => (
                <Select
                  {...control}
                  value={format.delimiter}
                  disabled={change.isPending}
                  onChange={(delimiter) => change.mutate({ delimiter })}
                  options={(Object.keys(delimiters) as (keyof typeof delimiters)[]).map((value) => ({
                    value: value as string,
                    label: delimiters[value](),
                  }))}
                />
              )}
            </Field>
          </>
        ) : (
          <Field label={m.import_sheet()}>
            {(control) => (
              <Select
                {...control}
                value={format.sheet}
                disabled={change.isPending}
                onChange={(sheet) => change.mutate({ sheet })}
                options={format.sheets.map((value) => ({ value, label: value }))}
              />
            )}
          </Field>
        )}
        <Field label={m.import_header_row()}>
          {(control) => (
            <NumberInput
              {...control}
              min={1}
              max={1000}
              digits={0}
              value={headerRow}
              onChange={(row) => onHeaderRow(row ?? 1)}
            />
          )}
        </Field>
      </div>
    </Card>
  )
}

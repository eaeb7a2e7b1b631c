import { useMutation, useQueryClient } from '@tanstack/react-query'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { notify } from '../../ui/notify.ts'
import { confirmColumn, type ModelReport } from './capability-api.ts'
import { columnWord, leftOutWords } from './model-words.ts'

/** What the model looks at, and what it must not: accused columns stay out until a person vouches for them. */
export function Columns({ report, mayManage }: { report: ModelReport; mayManage: boolean }) {
  const client = useQueryClient()
  const confirm = useMutation({
    mutationFn: ({ name, confirmed }: { name: string; confirmed: boolean }) => confirmColumn(name, confirmed),
    onSuccess: async (_, { confirmed }) => {
      void notify({ text: confirmed ? m.model_confirmed_toast() : m.model_suspected_toast(), tone: 'good' })
      await client.invalidateQueries({ queryKey: ['win_model'] })
    },
  })
  const accused = report.leftOut.filter((column) => column.why === 'suspected-leakage')
  const others = report.leftOut.filter((column) => column.why !== 'suspected-leakage')
  return (
    <Card title={m.model_columns()}>
      {accused.length > 0 && (
        <section className="mb-4">
          <h3 className="mb-1 text-sm font-medium">{m.model_accused()}</h3>
          <p className="mb-2 text-xs text-quiet">{m.model_accused_note()}</p>
          <ul className="flex flex-col gap-2">
            {accused.map((column) => (
              <li
                key={column.name}
                className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-warn-tint px-3 py-2 text-sm"
              >
                <div className="min-w-56 flex-1">
                  <b className="font-medium">{columnWord(column.name)}</b>
                  <p className="text-xs">{leftOutWords(column)}</p>
                </div>
                {column.confirmed && <Badge tone="outline">{m.model_confirmed()}</Badge>}
                {mayManage && (
                  <Button
                    size="sm"
                    disabled={confirm.isPending}
                    onClick={() => confirm.mutate({ name: column.name, confirmed: !column.confirmed })}
                  >
                    {column.confirmed ? m.model_take_back() : m.model_confirm()}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {report.columns.length > 0 && (
        <section>
          <h3 className="mb-1 text-sm font-medium">{m.model_used_columns()}</h3>
          <ul className="flex flex-wrap gap-1.5">
            {[...new Set(report.columns.map((column) => columnWord(column.name)))].map((name) => (
              <li key={name}>
                <Badge tone="outline">{name}</Badge>
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <details className="mt-3 text-sm">
          <summary className="cursor-pointer text-quiet max-md:min-h-11">
            {m.model_other_columns({ count: others.length })}
          </summary>
          <ul className="mt-2 flex flex-col gap-1 text-quiet">
            {others.map((column) => (
              <li key={column.name}>
                <span className="text-ink">{columnWord(column.name)}</span> · {leftOutWords(column)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {accused.length === 0 && report.columns.length === 0 && others.length === 0 && (
        <p className="text-sm text-quiet">{m.model_no_columns()}</p>
      )}
    </Card>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Shuffle } from 'lucide-react'
import { useMay } from '../../app/session/use-may.ts'
import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { importedLeadsQuery } from './import-api.ts'

/** Assigning is a second step on purpose: a wrong sheet can be taken back before anybody is called. */
export function AfterImport({ importId }: { importId: string }) {
  const navigate = useNavigate()
  const may = useMay()
  const counts = useQuery(importedLeadsQuery(importId)).data
  if (!counts?.byState) return null
  const { waiting, owned } = counts.byState
  return (
    <Card title={m.import_next_assign()}>
      <p className="text-sm">
        {waiting === 0
          ? m.import_all_owned()
          : m.import_waiting_now({
              count: formatNumber(waiting),
              owned: formatNumber(owned),
            })}
      </p>
      {waiting > 0 && <p className="mt-1 text-sm text-quiet">{m.import_next_assign_text()}</p>}
      <div className="mt-3 flex flex-wrap gap-2">
        {waiting > 0 && may('assignments.run') && (
          <Button
            look="primary"
            icon={<Shuffle aria-hidden />}
            onClick={() => void navigate({ to: '/assign' })}
          >
            {m.import_next_assign_action()}
          </Button>
        )}
        <Button onClick={() => void navigate({ to: '/leads' })}>{m.import_next_leads()}</Button>
      </div>
    </Card>
  )
}

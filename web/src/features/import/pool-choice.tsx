import { useQuery } from '@tanstack/react-query'
import { m } from '../../i18n/messages.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { poolsQuery } from '../pools/pool-api.ts'

/** Where records go that nobody keeps; absent while the company has no pool. */
export function PoolChoice({
  value,
  onChange,
}: {
  value: string | null
  onChange: (pool: string | null) => void
}) {
  const pools = useQuery(poolsQuery).data?.items ?? []
  if (pools.length === 0) return null
  return (
    <Field label={m.import_pool()} hint={m.import_pool_hint()}>
      {(control) => (
        <Select
          {...control}
          value={value ?? ''}
          onChange={(pool) => onChange(pool === '' ? null : pool)}
          options={[
            { value: '', label: m.import_pool_none() },
            ...pools.map((pool) => ({ value: pool.id, label: pool.name })),
          ]}
        />
      )}
    </Field>
  )
}

import { useQuery } from '@tanstack/react-query'
import { m } from '../../i18n/messages.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { poolsQuery, type ReleaseReason } from './pool-api.ts'
import { reasonOptions } from './pool-words.ts'

export interface Destination {
  /** `auto` = somebody else is found at once. */
  readonly poolId: string
  readonly reason: ReleaseReason | null
}

type ReleaseFieldsProps = { value: Destination; onChange: (value: Destination) => void; poolsOnly?: boolean }

/** Where a record goes that is given back, and why: a pool asks for a coded reason. */
export function ReleaseFields({ value, onChange, poolsOnly = false }: ReleaseFieldsProps) {
  const pools = useQuery(poolsQuery)
  const named = (pools.data?.items ?? []).map((pool) => ({ value: pool.id, label: pool.name }))
  if (named.length === 0) return null
  return (
    <>
      <Field label={m.pools_release_to()} required>
        {(control) => (
          <Select
            {...control}
            value={value.poolId}
            onChange={(poolId) => onChange({ ...value, poolId })}
            options={poolsOnly ? named : [{ value: 'auto', label: m.pools_release_auto() }, ...named]}
          />
        )}
      </Field>
      {value.poolId !== 'auto' && (
        <Field label={m.pools_release_reason()} required>
          {(control) => (
            <Select
              {...control}
              value={value.reason}
              onChange={(reason) => onChange({ ...value, reason })}
              options={reasonOptions()}
            />
          )}
        </Field>
      )}
    </>
  )
}

import type { Policy } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import type { Caller } from '../../platform/http/index.ts'
import type { Services } from '../services.ts'

/** On or off is a word of the policy like any other: published, with its version, and taken back the same way. */
export async function switchReoptimisation(
  db: TenantWriter,
  { policies }: Services,
  { principal }: Caller,
  now: number,
  enabled: boolean,
): Promise<void> {
  const change = (policy: Policy): Policy => ({
    ...policy,
    planning: { ...policy.planning, reoptimise: { ...policy.planning?.reoptimise, enabled } },
  })
  await policies.publishChange(
    db,
    now,
    principal,
    change,
    enabled ? 'planning.reoptimise on' : 'planning.reoptimise off',
  )
}

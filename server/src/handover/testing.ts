import type { TestApp, TestTenant } from '../../test/test-app.ts'

/** One team with people who have keys of their own, and a lead one of them has worked on. */
export interface Office {
  readonly tenant: TestTenant
  readonly admin: string
  readonly leader: string
  /** Rep ids, and the key of each. */
  readonly old: string
  readonly next: string
  readonly third: string
  readonly keyOf: (repId: string) => string
}

export async function openOffice(test: TestApp): Promise<Office> {
  const tenant = await test.addTenant({ teams: 1, repsPerTeam: 3, unlimited: true })
  const keys = new Map<string, string>()
  for (const repId of tenant.reps) {
    const { key } = await test.slices.identity.createApiKey({
      tenantId: tenant.id,
      name: `rep ${repId}`,
      role: 'rep',
      repId,
      teamId: tenant.teams[0] ?? '',
    })
    keys.set(repId, key)
  }
  const { key: leader } = await test.slices.identity.createApiKey({
    tenantId: tenant.id,
    name: 'leader',
    role: 'team_lead',
    teamId: tenant.teams[0] ?? '',
  })
  const [old = '', next = '', third = ''] = tenant.reps
  return {
    tenant,
    admin: tenant.keys.admin,
    leader,
    old,
    next,
    third,
    keyOf: (repId) => keys.get(repId) ?? '',
  }
}

export interface HandoverJson {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly writer: string
  readonly from: { readonly id: string }
  readonly to: { readonly id: string }
  readonly items: readonly { readonly id: string; readonly kind: string; readonly withdrawn: boolean }[]
  readonly fields: readonly {
    readonly id: string
    readonly required: boolean
    readonly answer: string
    readonly findings: readonly { readonly text: string; readonly activityId: string }[]
  }[]
  readonly channels: readonly { readonly channel: string; readonly contacts: number }[]
  readonly score: number | null
  readonly declined: { readonly reason: string; readonly note: string | null } | null
  readonly shadowUntil: string | null
  readonly shadowEndedAt: string | null
  readonly may: {
    readonly write: boolean
    readonly confirm: boolean
    readonly decline: boolean
    readonly score: boolean
  }
}

export const ANSWERS = {
  preferences: '喜欢上午电话，技术问题发邮件',
  history: '见过两次，样机试用满意；王主任手机 13900139000',
  concerns: '担心交期',
}

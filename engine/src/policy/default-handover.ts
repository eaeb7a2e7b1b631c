import type { HandoverPolicy } from '../model/handover-policy.ts'
import type { Policy } from '../model/policy.ts'

/** What holds where a policy says nothing of handovers. */
export const defaultHandover: HandoverPolicy = {
  required: true,
  causes: ['transferred', 'overridden', 'planned'],
  when: 'worked',
  fillHours: 24,
  shadowDays: 7,
  fields: {
    default: [{ id: 'promises', zh: '已做出的承诺与报价', en: 'Promises and quotes given', required: false }],
    A: [
      { id: 'promises', zh: '已做出的承诺与报价', en: 'Promises and quotes given', required: false },
      { id: 'deciders', zh: '决策链与关键人', en: 'Who decides, and who has a say', required: false },
    ],
  },
}

export const handoverPolicyOf = (policy: Pick<Policy, 'handover'>): HandoverPolicy =>
  policy.handover ?? defaultHandover

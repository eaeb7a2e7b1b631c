import { expect, it } from 'vitest'
import { postedLead, readPostedLead } from './posted-lead.ts'

it('reads a posted lead field by field as its schema does, refusals included', () => {
  const samples: unknown[] = [
    { name: '李娜', company: '苏州瑞康医院', amount: '60万', tags: '大客户；续约', id: 'A-1' },
    { name: 'x', externalId: 'B', id: 'A', tags: ['a'], custom: { a: 1 }, competitorPresent: true },
    { name: undefined, phone: '13800138000' },
    {},
    { name: 1 },
    { name: 'x', nonsense: 1 },
    { name: 'x', constructor: 'y' },
    { employees: -1, createdAt: 'yesterday' },
    [],
    null,
    'x',
  ]
  for (const sample of samples) {
    const [fast, whole] = [readPostedLead(sample), postedLead.safeParse(sample)]
    expect(fast.success).toBe(whole.success)
    expect(fast.data).toEqual(whole.data)
    expect(fast.error?.issues).toEqual(whole.error?.issues)
  }
})

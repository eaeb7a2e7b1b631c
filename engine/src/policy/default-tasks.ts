import type { Policy } from '../model/policy.ts'
import type { NextStep, TaskPolicy } from '../model/task-policy.ts'

const firstTalk = (dueInDays: number): NextStep => ({
  id: 'first-talk',
  dueInDays,
  zh: {
    title: '完成首轮沟通',
    standard: '与决策人或采购通话，记下需求、预算、时间三项',
    acceptance: '主管看过跟进记录',
  },
  en: {
    title: 'First conversation',
    standard: 'Spoken to whoever decides or buys; need, budget and time written down',
    acceptance: 'The lead has read the log',
  },
})
const proposal = (dueInDays: number): NextStep => ({
  id: 'proposal',
  dueInDays,
  zh: {
    title: '提交方案与报价',
    standard: '方案含同行业案例一个、报价三档、交期；客户确认收到',
    acceptance: '客户书面确认收到',
  },
  en: {
    title: 'Send proposal and quote',
    standard: 'One case of the industry, three price levels, delivery date; the customer confirmed receipt',
    acceptance: 'Written confirmation by the customer',
  },
})

/** What holds where a policy says nothing of tasks. */
export const defaultTasks: TaskPolicy = {
  standardRequired: true,
  dueHour: 18,
  acknowledgeWithinMinutes: 120,
  deadlineNearHours: 24,
  behindPercent: 20,
  checkpoint: { weekday: 5, hour: 16, afterDays: 3 },
  blockers: [
    { code: 'customer_delays', zh: '客户决策延迟', en: 'Customer delays' },
    { code: 'competitor', zh: '竞品介入', en: 'Competitor stepped in' },
    { code: 'budget', zh: '客户预算未批', en: 'Budget not approved' },
    { code: 'no_contact', zh: '联系不上关键人', en: 'Key person unreachable' },
    { code: 'price', zh: '价格超出授权', en: 'Price beyond authority' },
    { code: 'technical', zh: '技术方案待定', en: 'Technical question open' },
    { code: 'contract', zh: '合同或法务卡住', en: 'Contract or legal' },
    { code: 'internal', zh: '内部资源不到位', en: 'Waiting for a colleague' },
    { code: 'other', zh: '其他', en: 'Something else' },
  ],
  nextSteps: {
    A: [
      { ...firstTalk(1), value: 'high', difficulty: 'medium' },
      {
        id: 'visit',
        dueInDays: 3,
        value: 'high',
        difficulty: 'hard',
        zh: {
          title: '上门拜访决策人',
          standard: '见到拍板的人，确认预算区间与决策流程',
          acceptance: '主管听取汇报',
        },
        en: {
          title: 'Visit the decision maker',
          standard: 'Met whoever decides; budget range and decision process confirmed',
          acceptance: 'Reported to the lead',
        },
      },
      { ...proposal(5), value: 'high', difficulty: 'hard' },
    ],
    B: [
      { ...firstTalk(2), value: 'mid', difficulty: 'medium' },
      { ...proposal(7), value: 'mid', difficulty: 'medium' },
    ],
    C: [{ ...firstTalk(5), value: 'low', difficulty: 'easy' }],
    free: [],
  },
}

export const taskPolicyOf = (policy: Pick<Policy, 'tasks'>): TaskPolicy => policy.tasks ?? defaultTasks

import type { ActivityPolicy } from '../model/activity-policy.ts'
import type { Policy } from '../model/policy.ts'

/** What holds where a policy says nothing of activities. */
export const defaultActivities: ActivityPolicy = {
  contactKinds: ['call', 'email', 'wechat', 'meeting', 'visit', 'message'],
  progress: {
    results: ['interested', 'quote_requested', 'meeting_set', 'agreed'],
    nextStepCounts: true,
    minimumQuality: 0,
    copiesCount: false,
  },
  notes: { compareDays: 90, copyPercent: 85, contactWithinHours: 24 },
  rhythm: {
    newDays: 30,
    firstWeek: { contacts: 3, channels: 3 },
    perWeek: { A: 2, B: 1, C: 1, mature: 1 },
    overPerWeek: 5,
    bandFromDays: 17,
    bandToDays: 22,
  },
  templates: [
    {
      id: 'new-first-call',
      stage: 'new',
      channel: 'phone',
      zh: '{name}您好，我是{rep}。您留言想了解的需求我看到了，想先问三件事：用在哪里、什么时候要、谁来定？',
      en: 'Hello {name}, this is {rep}. I saw what you asked for; three questions first: where will it be used, by when, and who decides?',
    },
    {
      id: 'new-after-call',
      stage: 'new',
      channel: 'wechat',
      zh: '{name}，谢谢刚才的时间。您关心的两点我记下了，资料今天发您，周内再约十分钟确认。',
      en: 'Thank you for your time, {name}. I noted your two concerns; the material comes today, and ten minutes this week to confirm.',
    },
    {
      id: 'new-mail',
      stage: 'new',
      channel: 'email',
      zh: '{name}您好：附上与贵司同行业客户的案例和报价区间，请看第 2 页的对比。您看周几方便细聊？',
      en: 'Dear {name}, attached: a case from your industry and a price range; see the comparison on page 2. Which day suits you?',
    },
    {
      id: 'mature-value',
      stage: 'mature',
      channel: 'wechat',
      zh: '{name}，上次的方案用得怎么样？这周有个同类客户省了一道工序，做法两分钟能讲清，您想听吗？',
      en: '{name}, how is the last delivery working out? A similar customer saved one step this week; shall I tell you how in two minutes?',
    },
    {
      id: 'mature-review',
      stage: 'mature',
      channel: 'phone',
      zh: '{name}您好，半年回顾：我想和您对一下用量、问题和明年的计划，二十分钟，您定时间。',
      en: 'Hello {name}, our half-year review: usage, problems and plans for next year, twenty minutes, you choose the time.',
    },
  ],
}

export const activityPolicyOf = (policy: Pick<Policy, 'activities'>): ActivityPolicy =>
  policy.activities ?? defaultActivities

/** Made-up rows for the living page: a fixed sequence, so every picture of it shows the same list. */
export type DemoLead = {
  id: string
  company: string
  contact: string
  tier: 'A' | 'B' | 'C'
  score: number
  stage: 'new' | 'assigned' | 'working' | 'quoted' | 'won'
  industry: string
  region: string
  amountMinor: number
  owner: string | null
  updatedDaysAgo: number
  note: string
}

const FIRST = ['中科', '华联', '远大', '蓝海', '恒瑞', '天元', '云海', '博瑞', '瑞丰', '嘉禾', '鼎新', '明德']
const INDUSTRY = [
  '医疗器械',
  '汽车零部件',
  '消费品',
  '精细化工',
  '新能源',
  '智能装备',
  '教育科技',
  '软件科技',
]
const REGION = ['华东', '华中', '华北', '华南', '西南']
const CONTACT = [
  '孙敏',
  '孙芳',
  '刘明',
  '高娟',
  '陈静',
  '张霞',
  '胡杰',
  '张洋',
  '刘强',
  '胡强',
  '陈秀兰',
  '何丽',
]
export const OWNERS = ['孙悦', '赵晓彤', '陈立', '周航', '李思远', '王佳宁', '张三']
const STAGES = ['new', 'assigned', 'working', 'quoted', 'won'] as const

function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

export function demoLeads(count: number): DemoLead[] {
  const next = sequence(20_261_122)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  return Array.from({ length: count }, (_, index) => {
    const industry = pick(INDUSTRY)
    const score = 1 + Math.floor(next() * 99)
    return {
      id: `lead-${index}`,
      company: `${pick(FIRST)}${industry}`,
      contact: pick(CONTACT),
      tier: score > 80 ? 'A' : score > 50 ? 'B' : 'C',
      score,
      stage: pick(STAGES),
      industry,
      region: pick(REGION),
      amountMinor: (1 + Math.floor(next() * 190)) * 500_000,
      owner: next() < 0.12 ? null : pick(OWNERS),
      updatedDaysAgo: Math.floor(next() * 30),
      note: '',
    }
  })
}

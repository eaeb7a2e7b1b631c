/** What a sheet holds; each kind of sheet has its own words. */
export type SheetKind = 'lead' | 'rep' | 'history'

type Aliases = Readonly<Record<string, readonly string[]>>

/**
 * Names people give their columns, English and Chinese, per field key. Keys of leads are those of the engine's field
 * catalogue, plus what is not a fact: id, priority, owner. Matching ignores case, spaces and punctuation, and every
 * key is an alias of itself.
 */
const leadAliases: Aliases = {
  id: [
    'lead id',
    'leadid',
    'record id',
    'prospect id',
    '编号',
    '线索编号',
    '线索id',
    '客户编号',
    '客户id',
    '序号',
    '记录编号',
  ],
  name: [
    'lead name',
    'contact',
    'contact name',
    'full name',
    '姓名',
    '线索名称',
    '联系人',
    '联系人姓名',
    '线索姓名',
    '名称',
  ],
  company: [
    'company name',
    'account',
    'account name',
    'organization',
    'organisation',
    '公司',
    '公司名称',
    '企业',
    '企业名称',
    '客户名称',
    '客户',
    '单位',
    '单位名称',
  ],
  phone: [
    'mobile',
    'mobile phone',
    'telephone',
    'tel',
    'phone number',
    '手机',
    '手机号',
    '手机号码',
    '电话',
    '电话号码',
    '联系电话',
    '客户电话',
    '联系方式',
  ],
  email: ['e-mail', 'mail', 'email address', '邮箱', '电子邮箱', '邮件', '电子邮件'],
  source: [
    'lead source',
    'channel',
    'lead origin',
    '来源',
    '线索来源',
    '客户来源',
    '渠道',
    '来源渠道',
    '获客渠道',
  ],
  region: [
    'area',
    'territory',
    'province',
    'state',
    'country',
    '地区',
    '区域',
    '省份',
    '省',
    '大区',
    '所在地区',
    '所在地',
    '地域',
    '地区来源',
    '国家',
  ],
  city: ['town', '城市', '市', '所在城市'],
  industry: ['sector', 'vertical', '行业', '所属行业', '客户行业'],
  product: ['product line', 'product name', '产品', '产品线', '产品名称', '意向产品', '感兴趣产品'],
  amount: [
    'deal value',
    'deal size',
    'expected revenue',
    'estimated value',
    '金额',
    '预计金额',
    '商机金额',
    '订单金额',
    '预计成交金额',
    '预算金额',
    '合同金额',
  ],
  value: ['value band', 'customer value', '价值', '客户价值', '线索价值', '价值等级'],
  difficulty: ['difficulty level', '难度', '难易程度', '任务难度', '难易'],
  tags: ['tag', 'labels', 'label', '标签', '客户标签', '线索标签'],
  createdAt: [
    'created',
    'created at',
    'create date',
    'create time',
    'creation date',
    'date created',
    'created on',
    '创建时间',
    '创建日期',
    '录入时间',
    '登记时间',
    '提交时间',
    '入库时间',
  ],
  priority: ['triage', '优先级', '优先度'],
  owner: [
    'owner id',
    'account owner',
    'account owner id',
    'lead owner',
    'sales agent',
    'salesperson',
    '负责人',
    '客户经理',
    '归属人',
    '所有者',
    '跟进人',
    '所属销售',
  ],
  excludedReps: ['excluded', 'excluded rep ids', 'not to', '排除', '排除销售', '不分给'],
  kind: ['record type', '记录类型'],
  note: ['notes', 'remark', 'remarks', 'comment', 'description', '备注', '说明', '描述'],
  customerLevel: ['customer class', 'account level', '客户级别', '客户等级', '会员等级'],
  lifecycleStage: ['stage', 'life cycle stage', 'lifecycle', '生命周期', '客户阶段', '生命周期阶段'],
  spendingPower: ['消费能力', '购买力'],
  interests: ['interest', '兴趣', '兴趣领域', '关注领域'],
  employees: [
    'employee count',
    'headcount',
    'number of employees',
    'staff',
    '员工数',
    '人数',
    '员工人数',
    '公司人数',
  ],
  companySize: ['size', 'company scale', '企业规模', '公司规模', '规模', '客户规模'],
  regionTier: ['city tier', '城市级别', '城市等级', '地区等级'],
  needType: ['need', 'needs', 'requirement type', 'request type', '需求', '需求类型', '客户需求'],
  intent: [
    'intent strength',
    'interest level',
    'intention',
    '意向',
    '意向度',
    '意向强度',
    '意向等级',
    '需求强度',
  ],
  urgency: ['urgent', 'urgency level', '紧急度', '紧急程度', '需求紧急度'],
  budget: ['customer budget', '预算', '客户预算'],
  decisionMakerLevel: [
    'decision maker',
    'decision maker level',
    'contact level',
    '决策层级',
    '联系人级别',
    '决策人级别',
    '联系人角色',
  ],
  purchaseWithinDays: [
    'purchase time frame',
    'time frame',
    'timeframe',
    'buying within',
    '采购时间',
    '预计采购时间',
    '采购周期',
    '预计采购天数',
  ],
  interactions30d: [
    'interactions',
    'interactions 30 days',
    'interactions in 30 days',
    '近30天互动次数',
    '互动次数',
    '近30天互动',
  ],
  daysSinceInteraction: [
    'days since last interaction',
    'days since contact',
    'days idle',
    '未跟进天数',
    '距上次互动天数',
    '未联系天数',
  ],
  channelsUsed: ['channels', 'number of channels', '触达渠道数', '渠道数', '使用渠道数'],
  engagement: ['engagement score', 'web engagement', 'form engagement', '活跃度', '参与度', '客户活跃度'],
  pastDeals: ['deals', 'previous deals', 'orders', '历史成交次数', '成交次数', '历史订单数'],
  pastAmount: [
    'past revenue',
    'previous amount',
    'lifetime value',
    '历史成交金额',
    '累计成交金额',
    '历史金额',
  ],
  competitorPresent: ['competitor', 'competition', '竞品', '是否有竞品', '竞争对手', '有无竞品'],
  completeness: ['record completeness', '资料完整度', '完整度', '信息完整度'],
  decisionMakers: ['number of decision makers', 'decision makers', '决策人数', '决策人数量'],
  cycleDays: ['cycle', 'sales cycle', 'cycle length', '成交周期', '销售周期', '周期天数'],
  needClarity: ['clarity', 'clarity of need', '需求清晰度', '需求明确度'],
  priceSensitivity: ['price sensitive', '价格敏感度', '价格敏感'],
  waitingDays: ['waiting', 'waiting time', '等待天数', '等待时间'],
}

const repAliases: Aliases = {
  id: [
    'rep id',
    'user id',
    'employee id',
    'agent id',
    '编号',
    '工号',
    '员工编号',
    '销售编号',
    '销售id',
    '员工id',
  ],
  name: [
    'rep name',
    'full name',
    'sales agent',
    'agent',
    'salesperson',
    '姓名',
    '销售',
    '销售姓名',
    '员工姓名',
    '销售人员',
  ],
  team: [
    'team name',
    'department',
    'group',
    'manager',
    '团队',
    '部门',
    '小组',
    '所属团队',
    '所属部门',
    '销售组',
  ],
  roles: ['role', 'position', 'title', '岗位', '角色', '职位'],
  regions: [
    'region',
    'area',
    'areas',
    'territory',
    'territories',
    'regional office',
    'countries',
    'country',
    '地区',
    '区域',
    '负责区域',
    '负责地区',
    '大区',
    '省份',
    '国家',
  ],
  industries: ['industry', 'sector', 'sectors', '行业', '擅长行业', '负责行业'],
  products: ['product', 'product line', 'product lines', 'productlines', '产品', '产品线', '负责产品'],
  tags: ['tag', 'skills', 'skill', 'labels', '标签', '能力标签', '技能', '能力'],
  level: ['experience', 'experience level', 'seniority', '级别', '等级', '经验等级', '资历'],
  weight: ['share', '权重', '分配权重', '轮转权重'],
  capacity: [
    'max items',
    'max open',
    'max leads',
    'item limit',
    '容量',
    '承载上限',
    '最大承载',
    '条数上限',
    '在手上限',
  ],
  capacityPoints: [
    'capacity points',
    'point limit',
    'load limit',
    'load threshold',
    '负荷上限',
    '负荷分上限',
    '承载分',
  ],
  dailyMax: ['daily limit', 'daily cap', 'max per day', '日上限', '每日上限', '每天上限', '日配额'],
  weeklyMax: ['weekly limit', 'weekly cap', 'max per week', '周上限', '每周上限', '周配额'],
  monthlyMax: ['monthly limit', 'monthly cap', 'max per month', '月上限', '每月上限', '月配额'],
  dailyMin: ['daily floor', 'min per day', '日保底', '每日保底', '每日下限'],
  weeklyMin: ['weekly floor', 'min per week', '周保底', '每周保底', '每周下限'],
  monthlyMin: ['monthly floor', 'min per month', '月保底', '每月保底', '每月下限'],
  timeZone: ['timezone', 'tz', '时区'],
  workingHours: [
    'working hours',
    'work hours',
    'business hours',
    'shift',
    'schedule',
    '工作时间',
    '上班时间',
    '班次',
    '工作时段',
  ],
  leave: ['leaves', 'on leave', 'vacation', 'time off', '休假', '请假', '假期'],
  status: ['state', 'active', '状态', '在职状态'],
  load: ['current load', 'load points', 'open points', '当前负荷', '负荷', '负荷分'],
  openItems: ['open items', 'open leads', 'current items', '当前条数', '在手条数', '在手线索'],
  receivedToday: ['received today', 'today', '今日已分配', '今日已接收'],
  receivedThisWeek: ['received this week', 'this week', '本周已分配', '本周已接收'],
  receivedThisMonth: ['received this month', 'this month', '本月已分配', '本月已接收'],
}

/** A row of history is a lead with who had it and how it ended; an id of the row itself is not needed. */
const historyAliases: Aliases = {
  ...leadAliases,
  id: ['opportunity id', 'history id', '记录编号'],
  leadId: ['lead id', 'leadid', 'lead', '线索编号', '线索id', '客户编号', '商机编号'],
  repId: [
    'rep id',
    'rep',
    'agent',
    'sales agent',
    'owner',
    'owner id',
    'salesperson',
    '销售',
    '销售编号',
    '负责人',
    '客户经理',
    '跟进人',
    '工号',
    '归属人',
  ],
  outcome: ['result', 'deal stage', 'stage', 'status', '结果', '成交结果', '赢单状态', '商机阶段', '状态'],
  closedAt: [
    'closed',
    'close date',
    'closed at',
    'closed on',
    'deal closed',
    '成交时间',
    '关闭时间',
    '结束时间',
    '成交日期',
    '关闭日期',
    '赢单时间',
  ],
  value: ['close value', 'deal value', 'won amount', '成交金额', '赢单金额', '价值', '客户价值'],
  owner: [],
}

const aliasesOf: Readonly<Record<SheetKind, Aliases>> = {
  lead: leadAliases,
  rep: repAliases,
  history: historyAliases,
}

/** A header as it is compared: full-width folded, lower case, no spaces, punctuation or unit in brackets. */
export function normaliseHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[（(][^)）]*[)）]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** What a bare number in the column is worth in yuan or pieces: `金额（万元）` counts in ten thousands. */
export function headerUnit(header: string): number {
  const unit = /[（(]([^)）]*)[)）]/.exec(header.normalize('NFKC'))?.[1] ?? ''
  if (unit.includes('亿')) return 100_000_000
  return unit.includes('万') ? 10_000 : 1
}

type Lookup = ReadonlyMap<string, { readonly key: string; readonly exact: boolean }>

function lookupOf(aliases: Aliases): Lookup {
  const lookup = new Map<string, { key: string; exact: boolean }>()
  for (const key of Object.keys(aliases)) lookup.set(normaliseHeader(key), { key, exact: true })
  for (const [key, names] of Object.entries(aliases)) {
    for (const name of names) {
      const normal = normaliseHeader(name)
      if (!lookup.has(normal)) lookup.set(normal, { key, exact: false })
    }
  }
  return lookup
}

const lookups: Readonly<Record<SheetKind, Lookup>> = {
  lead: lookupOf(aliasesOf.lead),
  rep: lookupOf(aliasesOf.rep),
  history: lookupOf(aliasesOf.history),
}

/** Keys a kind of sheet can have. */
export const sheetKeys = (kind: SheetKind): readonly string[] => Object.keys(aliasesOf[kind])

export interface HeaderMatch {
  /** Position of the column. */
  readonly column: number
  readonly header: string
  /** Field key; null = not one we know. */
  readonly key: string | null
  /** The key's own name, one of its aliases, or nothing. */
  readonly match: 'name' | 'alias' | 'none'
}

/**
 * Proposes a field for every column. A field is given once: to the column that bears its own name, else to the first
 * with an alias; further columns of the same meaning stay unmapped rather than overwrite.
 */
export function matchHeaders(headers: readonly string[], kind: SheetKind): readonly HeaderMatch[] {
  const found = headers.map((header) => lookups[kind].get(normaliseHeader(header)))
  const takenBy = new Map<string, number>()
  for (const exact of [true, false]) {
    found.forEach((hit, column) => {
      if (hit?.exact === exact && !takenBy.has(hit.key)) takenBy.set(hit.key, column)
    })
  }
  return headers.map((header, column) => {
    const hit = found[column]
    if (!hit || takenBy.get(hit.key) !== column) return { column, header, key: null, match: 'none' }
    return { column, header, key: hit.key, match: hit.exact ? 'name' : 'alias' }
  })
}

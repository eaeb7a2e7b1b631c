import type { Aliases } from './aliases.ts'
import { leadAliases } from './lead-aliases.ts'
import { repAliases } from './rep-aliases.ts'

/** What a sheet holds; each kind of sheet has its own words. */
export type SheetKind = 'lead' | 'rep' | 'history' | 'import_lead' | 'account' | 'product' | 'opportunity'

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

/** An imported lead may have a history: what became of it, and when somebody last spoke to them. */
const importLeadAliases: Aliases = {
  ...leadAliases,
  wechat: ['微信', '微信号', 'weixin', 'wechat id'],
  creditCode: ['credit code', '统一社会信用代码', '信用代码', '税号'],
  outcome: [
    'status',
    'lead status',
    'result',
    'converted',
    '线索状态',
    '客户状态',
    '状态',
    '结果',
    '成交结果',
  ],
  closedAt: ['close date', 'closed', 'closed on', '成交时间', '成交日期', '关闭时间', '结束时间'],
  lastActivityAt: [
    'last activity',
    'last contact',
    'last contacted',
    '实际跟进时间',
    '最后跟进时间',
    '最近跟进时间',
  ],
  nextStepAt: [
    'next step',
    'next contact',
    'next activity',
    'follow up date',
    '下次跟进时间',
    '下次联系时间',
  ],
}

const accountAliases: Aliases = {
  externalId: ['account id', 'customer id', 'id', '客户编号', '客户id', '公司编号', '编号'],
  name: [
    'account',
    'account name',
    'customer',
    'customer name',
    'company',
    'company name',
    '客户',
    '客户名称',
    '公司',
    '公司名称',
    '企业名称',
    '单位名称',
    '名称',
  ],
  creditCode: ['credit code', 'unified social credit code', '统一社会信用代码', '信用代码', '税号'],
  phone: ['telephone', 'tel', 'phone number', '电话', '客户电话', '联系电话', '公司电话'],
  email: ['e-mail', 'mail', '邮箱', '电子邮箱'],
  website: ['web site', 'url', 'homepage', '网址', '网站', '官网'],
  industry: ['sector', 'vertical', '行业', '所属行业'],
  region: [
    'office location',
    'location',
    'country',
    'territory',
    'area',
    '地区',
    '区域',
    '省份',
    '国家',
    '所在地区',
  ],
  city: ['town', '城市'],
  address: ['street', '地址', '公司地址'],
  employees: ['employee count', 'headcount', 'number of employees', '员工数', '员工人数', '公司人数', '人数'],
  companySize: ['size', '企业规模', '公司规模', '规模'],
  revenue: ['annual revenue', 'turnover', '年收入', '营业额', '营收', '年营业额'],
  customerLevel: ['account level', 'customer class', '客户级别', '客户等级'],
  lifecycleStage: ['stage', 'customer status', '客户状态', '客户阶段', '生命周期'],
  parent: ['parent', 'parent account', 'subsidiary of', '母公司', '上级公司', '集团'],
  owner: ['account owner', 'account manager', 'sales agent', '负责人', '客户经理', '归属人', '所属销售'],
  tags: ['tag', 'labels', '标签', '客户标签'],
  createdAt: ['created', 'create date', '创建时间', '创建日期', '录入时间'],
  note: ['notes', 'remark', 'description', '备注', '说明'],
}

const productAliases: Aliases = {
  name: ['product', 'product name', '产品', '产品名称', '名称', '品名'],
  line: ['series', 'product line', 'category', 'family', '系列', '产品线', '类别', '产品类别'],
  price: ['sales price', 'list price', 'unit price', '价格', '单价', '售价', '标价'],
}

const opportunityAliases: Aliases = {
  externalId: ['opportunity id', 'deal id', 'id', '商机编号', '商机id', '订单编号', '编号'],
  name: ['opportunity', 'opportunity name', 'deal', 'deal name', '商机', '商机名称', '项目名称', '名称'],
  owner: [
    'sales agent',
    'agent',
    'rep',
    'sales rep',
    'salesperson',
    'owner id',
    '负责人',
    '客户经理',
    '销售',
    '跟进人',
    '归属人',
  ],
  account: ['account name', 'customer', 'company', '客户', '客户名称', '公司', '公司名称'],
  product: ['product name', '产品', '产品名称', '意向产品'],
  stage: ['deal stage', 'status', 'outcome', 'result', '阶段', '商机阶段', '销售阶段', '状态', '结果'],
  createdAt: [
    'engage date',
    'engaged',
    'create date',
    'created',
    'open date',
    '创建时间',
    '创建日期',
    '开始日期',
  ],
  closedAt: ['close date', 'closed', 'closed on', '成交日期', '成交时间', '关闭时间', '结束时间', '赢单时间'],
  amount: ['close value', 'deal value', 'deal size', '金额', '商机金额', '成交金额', '预计金额', '合同金额'],
  expectedCloseOn: ['expected close date', 'expected close', '预计成交日期', '预计签约日期', '预计成交时间'],
  region: ['area', 'territory', '地区', '区域'],
  industry: ['sector', '行业'],
  source: ['channel', 'lead source', '来源', '商机来源'],
  value: ['value band', '价值'],
  difficulty: ['难度'],
  tags: ['tag', 'labels', '标签'],
  note: ['notes', 'remark', 'description', '备注'],
}

const aliasesOf: Readonly<Record<SheetKind, Aliases>> = {
  lead: leadAliases,
  rep: repAliases,
  history: historyAliases,
  import_lead: importLeadAliases,
  account: accountAliases,
  product: productAliases,
  opportunity: opportunityAliases,
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
  import_lead: lookupOf(aliasesOf.import_lead),
  account: lookupOf(aliasesOf.account),
  product: lookupOf(aliasesOf.product),
  opportunity: lookupOf(aliasesOf.opportunity),
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
 * Headers that mean the company where none has its own column, and the person where one has: 客户名称 beside 公司 is
 * who asks, alone it is who they ask for.
 */
const eitherWay: ReadonlySet<string> = new Set(['客户名称', '客户', 'customer', 'customername'])
const kindsOfPersons: readonly SheetKind[] = ['lead', 'import_lead', 'history']

/**
 * Proposes a field for every column. A field is given once: to the column that bears its own name, else to the first
 * with an alias; further columns of the same meaning stay unmapped rather than overwrite.
 */
export function matchHeaders(headers: readonly string[], kind: SheetKind): readonly HeaderMatch[] {
  const columns = headers.map((header, column) => {
    const normal = normaliseHeader(header)
    const either = eitherWay.has(normal) && kindsOfPersons.includes(kind)
    return { column, hit: lookups[kind].get(normal), either }
  })
  const given = new Map<string, number>()
  const give = (key: string, column: number): void => {
    if (!given.has(key)) given.set(key, column)
  }
  for (const { column, hit } of columns) if (hit?.exact === true) give(hit.key, column)
  for (const { column, hit, either } of columns) if (hit?.exact === false && !either) give(hit.key, column)
  for (const { column, hit, either } of columns)
    if (hit !== undefined && either) give(given.has('company') ? 'name' : hit.key, column)
  const keyOf = new Map([...given].map(([key, column]) => [column, key]))
  return columns.map(({ column, hit }) => {
    const header = headers[column] ?? ''
    const key = keyOf.get(column)
    if (hit === undefined || key === undefined) return { column, header, key: null, match: 'none' }
    return { column, header, key, match: hit.exact ? 'name' : 'alias' }
  })
}

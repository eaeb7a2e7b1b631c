import { builtInFields } from '@peineng/engine'
import { describe, expect, it } from 'vitest'
import { headerUnit, matchHeaders, normaliseHeader, type SheetKind, sheetKeys } from './header-aliases.ts'

const keys = (headers: string, kind: SheetKind) =>
  matchHeaders(headers.split(','), kind).map((match) => match.key)

describe('header names', () => {
  it('maps the first real Chinese header row by itself', () => {
    expect(keys('客户编号,客户名称,客户经理,客户电话,线索来源,客户需求,客户状态,客户级别', 'lead')).toEqual([
      'id',
      'company',
      'owner',
      'phone',
      'source',
      'needType',
      null,
      'customerLevel',
    ])
  })
  it('maps the second real Chinese header row by itself', () => {
    const row =
      '线索名称,手机,线索状态,线索来源,最新跟进记录,实际跟进时间,下次跟进时间,微信号,未跟进天数,地区来源,备注,负责人,前所属部门,所属部门'
    const mapped = Object.fromEntries(matchHeaders(row.split(','), 'lead').map((m) => [m.header, m.key]))
    expect(mapped).toMatchObject({
      线索名称: 'name',
      手机: 'phone',
      线索来源: 'source',
      未跟进天数: 'daysSinceInteraction',
      地区来源: 'region',
      备注: 'note',
      负责人: 'owner',
      微信号: null,
    })
  })
  it('maps every name of the contract to itself', () => {
    const lead = 'id,name,company,phone,source,region,industry,amount,value,difficulty,tags,createdAt'
    expect(keys(lead, 'lead')).toEqual(lead.split(','))
    const rep =
      'id,name,team,regions,industries,tags,level,capacity,capacityPoints,dailyMax,timeZone,workingHours'
    expect(keys(rep, 'rep')).toEqual(rep.split(','))
    const history = 'leadId,repId,outcome,closedAt,value,industry,product'
    expect(keys(history, 'history')).toEqual(history.split(','))
  })
  it('maps the pipeline of a fictitious CRM in English', () => {
    expect(
      keys(
        'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value',
        'history',
      ),
    ).toEqual(['id', 'repId', 'product', 'company', 'outcome', null, 'closedAt', 'value'])
    expect(keys('sales_agent,manager,regional_office', 'rep')).toEqual(['name', 'team', 'regions'])
  })
  it('ignores case, spaces, punctuation, width and units', () => {
    expect(normaliseHeader(' Created-At ')).toBe('createdat')
    expect(normaliseHeader('金额（万元）')).toBe('金额')
    expect(keys('CREATED AT,Ｅｍａｉｌ,金额（元）', 'lead')).toEqual(['createdAt', 'email', 'amount'])
  })
  it('reads the unit of a money column from its header', () => {
    expect(['金额（万元）', '金额(亿)', '金额（元）', '金额'].map(headerUnit)).toEqual([
      10_000, 100_000_000, 1, 1,
    ])
  })
  it('gives a field once, to its own name before an alias', () => {
    expect(keys('手机,phone,电话', 'lead')).toEqual([null, 'phone', null])
  })
  it('takes 客户名称 for the company, and for the person where the company has a column of its own', () => {
    expect(keys('客户名称,电话', 'import_lead')).toEqual(['company', 'phone'])
    expect(keys('客户名称,公司,电话', 'import_lead')).toEqual(['name', 'company', 'phone'])
    expect(keys('公司名称,客户', 'lead')).toEqual(['company', 'name'])
    expect(keys('客户名称,公司,联系人', 'lead')).toEqual([null, 'company', 'name'])
    expect(keys('客户名称,公司', 'account')).toEqual(['name', null])
  })
  it('knows a header for every fact a rule may read but the computed ones', () => {
    const computed = ['score', 'tier', 'gridCell', 'taskType', 'quadrant', 'segmentWinRate']
    const missing = builtInFields
      .map((f) => f.key)
      .filter((key) => !computed.includes(key) && !sheetKeys('lead').includes(key))
    expect(missing).toEqual([])
  })
})

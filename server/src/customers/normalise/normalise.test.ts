import { describe, expect, it } from 'vitest'
import { companyKey } from './company.ts'
import { normaliseCreditCode } from './credit-code.ts'
import { normaliseEmail } from './email.ts'
import { maskContacts } from './mask-text.ts'
import { parseAmount } from './money.ts'
import { maskPhone, normalisePhone } from './phone.ts'
import { placesAgree } from './places.ts'
import { searchPatterns, searchText } from './search-text.ts'

const keyOf = (name: string): string => companyKey(name).key

describe('a phone number', () => {
  it.each([
    ['13800138000', '+8613800138000'],
    ['138 0013 8000', '+8613800138000'],
    ['+86 138-0013-8000', '+8613800138000'],
    ['008613800138000', '+8613800138000'],
    ['8613800138000', '+8613800138000'],
    ['１３８００１３８０００', '+8613800138000'],
    ['一三八〇〇一三八〇〇〇', '+8613800138000'],
    ['幺三八零零幺三八零零零', '+8613800138000'],
    ['手机：13800138000', '+8613800138000'],
    ['0755-28780808', '+8675528780808'],
    ['(0755) 2878 0808', '+8675528780808'],
    ['+86 755 28780808', '+8675528780808'],
    ['010-62345678转8012', '+861062345678;ext=8012'],
    ['400-830-8300', '+864008308300'],
    ['+1 415 555 2671', '+14155552671'],
    ['+852 2345 6789', '+85223456789'],
  ])('%s is %s', (given, expected) => expect(normalisePhone(given)).toBe(expected))

  it.each(['', '12345', '无', '1.38E+10', '12800138000', '+86 12345', 'tel'])('%j is none', (given) =>
    expect(normalisePhone(given)).toBeNull(),
  )

  it('is shown with its middle hidden', () => expect(maskPhone('+8613800138000')).toBe('+86138****8000'))
})

describe('contact data in free text', () => {
  it.each([
    ['打 138 1234 5678 找王主任', '打 ***78 找王主任'],
    ['１３８１２３４５６７８', '***78'],
    ['幺三八零零幺三八零零零', '***'],
    ['邮件 lina@ruikang.example', '邮件 l***@ruikang.example'],
    ['微信：lina-ruikang，周三再约', '微信：***，周三再约'],
    ['加V lina_ruikang 发资料', '加V *** 发资料'],
    ['v: lina2024x', 'v: ***'],
    ['他的微信 WeChat: wxid_a1b2c3', '他的微信 WeChat: ***'],
    ['vx是ruikang88', 'vx是***'],
    ['lina-ruikang（微信）', '***（微信）'],
    ['lina_ruikang 是她的微信', '*** 是她的微信'],
    ['QQ 123456', 'QQ ***'],
  ])('%s is shown as %s', (text, shown) => expect(maskContacts(text)).toBe(shown))

  it.each([
    '2026-11-25 交货 300 台，合同 60 万',
    '微信上聊过，周三再约',
    '想看 CT 和 DR 的报价 v2',
    '询价 12,000 元/台',
  ])('%s stays', (text) => expect(maskContacts(text)).toBe(text))
})

describe('a company name', () => {
  it.each([
    ['深圳市华为技术', '华为技术有限公司'],
    ['深圳市华为技术有限公司', '华为技术'],
    ['华为技术（深圳）有限公司', '华为技术有限公司'],
    ['广东省深圳市华为技术有限公司', '华为技术股份有限公司'],
    ['华为技术有限公司北京分公司', '华为技术有限公司'],
    ['华 为 技 术 有 限 公 司', '华为技术有限责任公司'],
    ['比亚迪股份有限公司', '比亚迪集团'],
    ['内蒙古伊利实业集团股份有限公司', '伊利实业集团'],
    ['Acme Corporation', 'ACME Corp.'],
    ['The Acme Co., Ltd.', 'acme'],
    ['Ｇａｎ Inc', 'gan'],
  ])('%s and %s are one', (a, b) => expect(keyOf(a)).toBe(keyOf(b)))

  it.each([
    ['北京银行', '上海银行'],
    ['上海汽车集团', '北京汽车集团'],
    ['北京科技有限公司', '上海科技有限公司'],
    ['华为技术', '华为终端'],
  ])('%s and %s are two', (a, b) => expect(keyOf(a)).not.toBe(keyOf(b)))

  it('keeps the place beside the key, so that two cities are two companies', () => {
    const [a, b, none] = ['北京恒信达科技有限公司', '上海恒信达科技有限公司', '恒信达科技'].map(companyKey)
    expect(a?.key).toBe(b?.key)
    expect(placesAgree(a?.place ?? '', b?.place ?? '')).toBe(false)
    expect(placesAgree(a?.place ?? '', none?.place ?? '')).toBe(true)
    expect(placesAgree('广东', companyKey('深圳市恒信达科技').place)).toBe(true)
  })

  it('has no key where nothing distinctive is left', () => {
    expect(keyOf('')).toBe('')
    expect(keyOf('——')).toBe('')
  })
})

it('a credit code counts only with the right check digit', () => {
  expect(normaliseCreditCode('91440300708461136T')).toBe('91440300708461136T')
  expect(normaliseCreditCode('9144 0300 7084 6113 6t')).toBe('91440300708461136T')
  expect(normaliseCreditCode('914403007084611361')).toBeNull()
})

it('a mail address is compared half-width and in lower case', () => {
  expect(normaliseEmail(' Li.Wei＠Example.COM ')).toBe('li.wei@example.com')
  expect(normaliseEmail('李伟 <li@example.com>')).toBe('li@example.com')
  expect(normaliseEmail('li at example')).toBeNull()
})

it.each([
  ['12.5万', 125_000],
  ['￥1,200.50', 1200.5],
  ['1.2亿', 120_000_000],
  ['3千', 3000],
  ['50w', 500_000],
  ['１０００元', 1000],
  ['约五万', null],
])('the amount %s is %s', (given, expected) => expect(parseAmount(given)).toBe(expected))

describe('a search', () => {
  const matches = (text: string, needle: string): boolean =>
    searchPatterns(needle).every((pattern) =>
      searchText([text]).includes(pattern.slice(1, -1).replaceAll('\\', '')),
    )

  it.each(['华', '华为', '深圳华为', 'shenzhen', 'huawei', 'szhw', 'sz hw', '华为 sz', 'HUAWEI'])(
    '%s finds 深圳华为技术',
    (needle) => expect(matches('深圳华为技术', needle)).toBe(true),
  )

  it('does not find what is not there', () => {
    expect(matches('深圳华为技术', '为华')).toBe(false)
    expect(matches('深圳华为技术', 'tencent')).toBe(false)
  })

  it('knows names of several readings by the phrase they stand in', () =>
    expect(matches('重庆长安', 'chongqing')).toBe(true))

  it('takes wildcards as text', () => expect(searchPatterns('a_b%')).toEqual(['%a\\_b%']))
})

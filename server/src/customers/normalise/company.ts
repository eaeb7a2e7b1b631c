import { leadingPlace, placePath } from './places.ts'
import type { SearchPart } from './search-text.ts'

export interface CompanyKey {
  /** What is left when legal form, place and punctuation are gone; '' where nothing distinctive is. */
  readonly key: string
  /** Path of the place its name carries (`广东/深圳`), '' where it carries none. */
  readonly place: string
}

/** Longest first, taken off the end again and again. */
const legalForms = [
  '股份有限责任公司',
  '集团股份有限公司',
  '集团有限责任公司',
  '集团有限公司',
  '有限责任公司',
  '控股有限公司',
  '股份有限公司',
  '集团总公司',
  '合伙企业',
  '有限合伙',
  '有限公司',
  '股份公司',
  '集团公司',
  '总公司',
  '事务所',
  '公司',
  '集团',
  '控股',
  '股份',
  '总部',
]

const westernForms =
  /[\s,.]+(incorporated|inc|llc|l\.l\.c|ltd|limited|co|corp|corporation|company|gmbh|ag|plc|pty|bv|nv|sa|sas|srl|spa|kk|oy|ab|as|holdings?|group)\.?$/

/**
 * Words many companies share. A place in front of nothing but these belongs to the name: 北京银行 is not "银行",
 * 上海汽车 is not "汽车".
 */
const common =
  /(科技|技术|信息|网络|电子|实业|贸易|商贸|投资|发展|银行|证券|保险|基金|汽车|航空|机场|地铁|轨道|交通|电力|能源|石油|石化|化工|钢铁|机械|建筑|建设|工程|地产|置业|物业|物流|运输|医院|医疗|医药|药业|生物|教育|学校|大学|学院|传媒|文化|广告|旅游|酒店|餐饮|食品|农业|服装|纺织|家具|环保|设备|制造|工业|商业|服务|管理|咨询|软件|通信|数码|智能|电器|材料|供应链|进出口|国际|中心|第[一二三四五六七八九十]+|人民|有限)/g

/**
 * What two spellings of one company have in common: `深圳市华为技术` and `华为技术有限公司` give the key `华为技术`;
 * the place is kept beside it, because 北京恒信 and 上海恒信 are two companies while 恒信 may be either.
 */
export function companyKey(name: string): CompanyKey {
  let text = name.normalize('NFKC').toLowerCase().trim()
  let place = ''
  text = text.replace(/[([{【〔《<]([^)\]}】〕》>]*)[)\]}】〕》>]?/g, (_, inner: string) => {
    const inside = placePath(inner.trim())
    if (inside !== null && inside.length > place.length) place = inside
    return /[\u3400-\u9fff]/.test(text) ? '' : ` ${inner} `
  })
  text = stripWestern(text)
  text = text.replace(/[^\p{L}\p{N}]+/gu, '')
  text = stripBranch(text)
  text = stripLegalForms(text)
  for (;;) {
    const found = leadingPlace(text)
    if (found === null || !distinctive(found.rest)) break
    if (found.path.length > place.length) place = found.path
    text = found.rest
  }
  return { key: text.length >= 2 ? text : '', place }
}

/** A name as people look for it: as written, and as they say it (深圳市华为技术有限公司 → 深圳华为技术). */
export function companySearchPart(name: string, { key, place }: CompanyKey): SearchPart {
  return { written: name, spoken: key === '' ? name : `${place.split('/').at(-1) ?? ''}${key}` }
}

function distinctive(rest: string): boolean {
  return rest.length >= 2 && rest.replace(common, '').length >= 2
}

function stripWestern(text: string): string {
  let out = text.replace(/^the\s+/, '')
  for (;;) {
    const next = out.replace(westernForms, '').trim()
    if (next === out || next === '') return out
    out = next
  }
}

/** 华为技术有限公司北京分公司 is the same customer as 华为技术有限公司. */
function stripBranch(text: string): string {
  const branch = /^(.{4,}?(?:公司|集团))(.{2,12})(?:分公司|办事处|分部)$/.exec(text)
  return branch?.[1] ?? text
}

function stripLegalForms(text: string): string {
  let out = text
  for (;;) {
    const form = legalForms.find((f) => out.endsWith(f) && out.length - f.length >= 2)
    if (form === undefined) return out
    out = out.slice(0, -form.length)
  }
}

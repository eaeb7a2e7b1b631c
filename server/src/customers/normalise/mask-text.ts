import { maskEmail } from './email.ts'

const EMAIL = /[\w.+-]+[@＠][\w-]+(?:\.[\w-]+)+/g
/** Seven digits and more, however they are grouped and written: phone numbers and nothing shorter. */
const PHONE = /[+＋]?[\d０-９](?:[\s().（）—-]{0,2}[\d０-９]){6,}/g
const DAY = /^(?:19|20)\d\d([-.])\d{1,2}\1\d{1,2}$/
/** As people dodge filters: 幺三八零零…; dates and amounts have other characters between. */
const SPOKEN_PHONE = /[零〇一二三四五六七八九幺]{7,}/g
/** How people say that an id of WeChat or QQ comes next, or that one just came. */
const NETWORK =
  '(?:[微薇威v]信号?|(?:we-?chat(?:\\s?id)?|weixin|wx|vx|qq)(?![a-z_])|加\\s?[v微]|(?<![a-z])v\\s*[:：])'
/** The shape of an id: a letter and at least four more of what WeChat allows, or digits. */
const ID = '(?:[a-z][\\w-]{4,}|\\d{5,})'
const AFTER = new RegExp(`((?:${NETWORK}[\\s:：=,，是为搜加(（“"]*)+)${ID}`, 'giu')
const BEFORE = new RegExp(
  `(?<![\\w-])${ID}(?=[\\s)）]*(?:[(（]\\s*|是?(?:我的?|他的?|她的?|同|本人)?)${NETWORK})`,
  'giu',
)

/**
 * Free text of a record whose contact data is hidden: what people wrote into notes is no way around it. Found are phones,
 * mail addresses, and ids next to a word for WeChat or QQ. Not found is what nothing marks as contact data: an id that
 * stands alone, one that is spread over words, one on a picture.
 */
export function maskContacts(text: string): string {
  return text
    .replaceAll(EMAIL, (email) => maskEmail(email.replace('＠', '@')))
    .replaceAll(AFTER, (_, label: string) => `${label}***`)
    .replaceAll(BEFORE, '***')
    .replaceAll(PHONE, (phone) =>
      DAY.test(phone) ? phone : `***${phone.normalize('NFKC').replaceAll(/\D/g, '').slice(-2)}`,
    )
    .replaceAll(SPOKEN_PHONE, '***')
}

import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

const chineseDigits: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  洞: '0',
  一: '1',
  壹: '1',
  幺: '1',
  二: '2',
  贰: '2',
  两: '2',
  三: '3',
  叁: '3',
  四: '4',
  肆: '4',
  五: '5',
  伍: '5',
  六: '6',
  陆: '6',
  七: '7',
  柒: '7',
  八: '8',
  捌: '8',
  九: '9',
  玖: '9',
}

/**
 * A phone number in E.164, extensions as `;ext=12` (RFC 3966), or null where the text is none. Understands Chinese
 * mobiles, landlines, 400 and 800 numbers, full-width and Chinese digits, +86 / 0086 / 86 in front; other countries
 * need their `+`.
 */
export function normalisePhone(given: string): string | null {
  let text = given
    .normalize('NFKC')
    .replace(/[〇零洞一壹幺二贰两三叁四肆五伍六陆七柒八捌九玖]/g, (c) => chineseDigits[c] ?? c)
  let extension = ''
  text = text.replace(/(?:转|分机|ext\.?|extension|#|x)\s*[:：]?\s*(\d{1,8})\s*$/i, (_, digits: string) => {
    extension = `;ext=${digits}`
    return ''
  })
  // Sheets often prefix what it is (`手机:`) or turn it into a number (`1.38E+10` is lost for good, so refused).
  text = text.replace(/^[\p{L}\s]*[:：]/u, '')
  if (/[\p{L}]/u.test(text)) return null
  const international = text.trim().startsWith('+')
  const digits = text.replace(/\D/g, '')
  const chinese = chineseNumber(digits, international)
  if (chinese !== null) return `+86${chinese}${extension}`
  if (digits.length < 7 || digits.length > 17) return null
  const parsed = parsePhoneNumberFromString(
    international ? `+${digits}` : digits.startsWith('00') ? `+${digits.slice(2)}` : digits,
    'CN',
  )
  return parsed?.isPossible() === true && parsed.countryCallingCode !== '86'
    ? `${parsed.number}${extension}`
    : null
}

/** National significant number of a Chinese number, or null. Most numbers end here, without the big parser. */
function chineseNumber(digits: string, international: boolean): string | null {
  let national = digits
  if (national.startsWith('0086')) national = national.slice(4)
  else if (national.startsWith('86') && (international || national.length >= 12)) national = national.slice(2)
  else if (international) return null
  if (/^1[3-9]\d{9}$/.test(national)) return national
  if (/^0?1[3-9]\d{9}$/.test(national)) return national.slice(1)
  if (/^[48]00\d{7}$/.test(national)) return national
  // Area codes: 10 and 2x take 8 digits, the others 7 or 8.
  if (/^0(10|2\d)\d{8}$/.test(national) || /^0[3-9]\d{2}\d{7,8}$/.test(national)) return national.slice(1)
  if (digits !== national && (/^(10|2\d)\d{8}$/.test(national) || /^[3-9]\d{2}\d{7,8}$/.test(national)))
    return national
  return null
}

/** How a number is shown to someone who may not call it yet: `+86138****8000`. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? '****' : `${phone.slice(0, -8)}****${phone.slice(-4)}`
}

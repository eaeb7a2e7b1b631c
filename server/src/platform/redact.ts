/**
 * Keeps people out of the logs. Phones, mail addresses, tokens and passwords are taken out of every string of a
 * log line wherever they stand, because they arrive inside messages of other libraries, not only in fields we name.
 */

/** Field names whose value is never logged, compared in lower case without `_` and `-`. */
const PRIVATE_KEYS = new Set([
  ...['authorization', 'cookie', 'setcookie', 'password', 'newpassword', 'secret', 'clientsecret', 'token'],
  ...[
    'accesstoken',
    'refreshtoken',
    'idtoken',
    'resettoken',
    'apikey',
    'xapikey',
    'totp',
    'otp',
    'databaseurl',
  ],
  ...[
    'phone',
    'mobile',
    'tel',
    'telephone',
    'wechat',
    'email',
    'mail',
    'idcard',
    'connectionstring',
    'smtpurl',
  ],
])

const CREDENTIALS = /(:\/\/)[^\s:/@]+:[^\s/@]+@/g
const BEARER = /\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi
const API_KEY = /\bpn_[\w-]{6,}/g
const JSON_WEB_TOKEN = /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g
const SECRET_PARAMETER = /([?&#](?:code|state|key|signature)=|\b(?:token|secret|password)=)[^&\s"']+/gi
const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
/** 138 1234 5678, +86-138-1234-5678, 13812345678; not inside longer numbers or ids. */
const CHINESE_MOBILE = /(?<![\w-])(?:\(?(?:\+|00)?86\)?[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?![\w-])/g
const CHINESE_LANDLINE = /(?<![\w-])0\d{2,3}[-\s]\d{7,8}(?![\w-])/g
const INTERNATIONAL = /(?<![\w+])\+\d{1,3}(?:[-\s.]?\(?\d{1,4}\)?){2,5}(?![\w-])/g
const CHINESE_IDENTITY_CARD = /(?<![\w-])\d{17}[\dXx](?![\w-])/g

/**
 * What a line must contain before it is worth taking apart; most lines contain none of it. Several plain expressions
 * are four times as fast as their alternation (3 µs against 12 µs for a request line).
 */
const SUSPICIOUS = [
  /[@=+]|pn_|eyJ|[Bb]earer|[Bb]asic /,
  /(?:token|secret|password|cookie|phone|mobile|mail|tel|wechat|key|totp|otp|card|authorization|(?:database|smtp)_?url|string)"/i,
  /1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}/,
  /(?<![\w-])0\d{2,3}[-\s]\d{7}/,
  /[1-9]\d{16}/,
]

/** The text with everything personal or secret replaced by what it was. */
export function redactText(text: string): string {
  return text
    .replace(CREDENTIALS, '$1[credentials]@')
    .replace(BEARER, '$1 [token]')
    .replace(API_KEY, 'pn_[key]')
    .replace(JSON_WEB_TOKEN, '[token]')
    .replace(SECRET_PARAMETER, '$1[secret]')
    .replace(MAIL, '[mail]')
    .replace(CHINESE_MOBILE, '[phone]')
    .replace(CHINESE_LANDLINE, '[phone]')
    .replace(INTERNATIONAL, '[phone]')
    .replace(CHINESE_IDENTITY_CARD, '[id]')
}

/** One JSON log line, cleaned. A line that is not JSON is cleaned as text. */
export function redactLine(line: string): string {
  if (!SUSPICIOUS.some((pattern) => pattern.test(line))) return line
  try {
    return `${JSON.stringify(JSON.parse(line, clean))}\n`
  } catch {
    return redactText(line)
  }
}

function clean(key: string, value: unknown): unknown {
  if (value !== null && value !== undefined && PRIVATE_KEYS.has(key.toLowerCase().replace(/[_-]/g, ''))) {
    return '[redacted]'
  }
  return typeof value === 'string' ? redactText(value) : value
}

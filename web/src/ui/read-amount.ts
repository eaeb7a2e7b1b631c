const UNITS: Readonly<Record<string, number>> = {
  千: 1e3,
  k: 1e3,
  万: 1e4,
  w: 1e4,
  m: 1e6,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  b: 1e9,
}

/** Digits typed by a Chinese input method are full width; commas may be too. */
function toHalfWidth(text: string): string {
  return text.replace(/[０-９．，－＋]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
}

/**
 * What a person types as an amount, as a number: `53.5万`, `1,200`, `¥1.2亿`, `535k`, `１２．５万`.
 * `null` for nothing typed, `undefined` for something that is not an amount.
 */
export function readAmount(typed: string): number | null | undefined {
  const text = toHalfWidth(typed)
    .replace(/[\s,¥￥$元]/g, '')
    .toLowerCase()
  if (text === '') return null
  const match = /^(-?)(\d*\.?\d+|\d+\.)(千万|百万|[千万亿kwmb])?$/.exec(text)
  if (!match) return undefined
  const digits = Number(match[2])
  const scaled = digits * (match[3] ? (UNITS[match[3]] ?? 1) : 1)
  // 53.5 × 10,000 is exact, 1.1 × 10,000 is not (11000.000000000002): round to a hundredth of a cent.
  const value = Math.round(scaled * 1e4) / 1e4
  return match[1] ? -value : value
}

/** Ten trillion: what a column of minor units holds exactly, with room. */
export const GREATEST_AMOUNT = 1e13

const units: Readonly<Record<string, number>> = {
  亿: 100_000_000,
  千万: 10_000_000,
  百万: 1_000_000,
  万: 10_000,
  w: 10_000,
  千: 1_000,
  k: 1_000,
  m: 1_000_000,
}

/** An amount as people write it (`￥12.5万`, `1,200`, `3千`) in units of its currency; null where it is none. */
export function parseAmount(given: string): number | null {
  const text = given
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,'_]|rmb|cny|人民币|元整?|块|[¥$€£]|usd/g, '')
  const match = /^(-?\d+(?:\.\d+)?)(亿|千万|百万|万|w|千|k|m)?$/.exec(text)
  if (match === null) return null
  const amount = Number(match[1]) * (match[2] === undefined ? 1 : (units[match[2]] ?? 1))
  return Number.isFinite(amount) && Math.abs(amount) <= GREATEST_AMOUNT
    ? Math.round(amount * 100) / 100
    : null
}

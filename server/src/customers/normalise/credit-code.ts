const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A unified social credit code (统一社会信用代码) whose check digit is right, else null. Source: GB 32100-2015. */
export function normaliseCreditCode(given: string): string | null {
  const text = given.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
  if (text.length !== 18) return null
  let sum = 0
  let weight = 1
  for (const char of text.slice(0, 17)) {
    const value = alphabet.indexOf(char)
    if (value < 0) return null
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31] === text[17] ? text : null
}

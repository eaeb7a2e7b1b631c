/** e^-n for n = 0 … 20, times 2^24, rounded. Committed as integers: Math.exp may differ in the last bit between runtimes. */
const wholeSteps: readonly number[] = [
  16777216, 6171993, 2270549, 835288, 307285, 113044, 41587, 15299, 5628, 2070, 762, 280, 103, 38, 14, 5, 2,
  1, 0, 0, 0,
]

/** e^-(n/64) for n = 0 … 64, times 2^24, rounded. */
const fractionSteps: readonly number[] = [
  16777216, 16517109, 16261035, 16008931, 15760736, 15516388, 15275829, 15038999, 14805841, 14576298,
  14350313, 14127832, 13908801, 13693165, 13480872, 13271870, 13066109, 12863538, 12664107, 12467768,
  12274473, 12084175, 11896828, 11712384, 11530801, 11352032, 11176035, 11002767, 10832185, 10664247,
  10498913, 10336143, 10175896, 10018133, 9862816, 9709908, 9559370, 9411165, 9265259, 9121614, 8980197,
  8840972, 8703905, 8568963, 8436114, 8305324, 8176562, 8049796, 7924996, 7802130, 7681169, 7562084, 7444844,
  7329423, 7215791, 7103920, 6993784, 6885356, 6778608, 6673515, 6570052, 6468193, 6367913, 6269188, 6171993,
]

const unit = 16_777_216

/**
 * e^-(distance/scale) as an integer in units of 2^-24 from fixed-point tables with linear interpolation
 * (off by less than 5e-5; below e^-20 it is 0). distance >= 0 and scale > 0 are integers below 2^31.
 */
export function expMinus(distance: number, scale: number): number {
  // Position in 1/65536: whole part, 64 table steps, 1024 parts between two steps.
  const position = Math.floor((distance * 65_536) / scale)
  const whole = Math.floor(position / 65_536)
  const high = wholeSteps[whole]
  if (high === undefined) return 0
  const rest = position - whole * 65_536
  const step = Math.floor(rest / 1024)
  const low = fractionSteps[step] ?? 0
  const next = fractionSteps[step + 1] ?? low
  const fraction = low - Math.floor(((low - next) * (rest - step * 1024)) / 1024)
  return Math.floor((high * fraction) / unit)
}

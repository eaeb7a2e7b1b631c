import { formatPercent } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import type { Candidate } from './decision-api.ts'

const share = (millionths: number): string => formatPercent(millionths / 1_000_000)

/** What the model believed of this rep on this lead, how sure it was, and what of it was used. */
export function winWords(win: NonNullable<Candidate['win']>): string {
  const figures = {
    used: share(win.used),
    estimate: share(win.estimate),
    low: share(win.low),
    high: share(win.high),
    average: share(win.average),
  }
  if (win.use === 'estimate') return m.why_win_estimate(figures)
  if (win.use === 'average') return m.why_win_average(figures)
  if (win.use === 'explored') return m.why_win_explored(figures)
  return m.why_win_base_rate(figures)
}

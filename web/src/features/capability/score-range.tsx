import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import type { BoardRep } from './capability-api.ts'
import { RangeBar } from './range-bar.tsx'

/** 战力值 from 20 to 80 with its interval; 50 is the average. */
export function ScoreRange({ strength }: { strength: NonNullable<BoardRep['strength']> }) {
  return (
    <RangeBar
      value={strength.score}
      low={strength.scoreLow}
      high={strength.scoreHigh}
      from={20}
      to={80}
      middle={50}
      isKnown={strength.known}
      label={m.capability_score_label({
        score: formatNumber(strength.score),
        low: formatNumber(strength.scoreLow),
        high: formatNumber(strength.scoreHigh),
      })}
    />
  )
}

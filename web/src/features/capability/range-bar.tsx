/** A figure with its interval on a scale, the average as a line: width says how sure it is. */
export function RangeBar({
  value,
  low,
  high,
  from,
  to,
  middle,
  isKnown,
  label,
}: {
  value: number
  low: number
  high: number
  from: number
  to: number
  middle: number
  isKnown: boolean
  label: string
}) {
  const at = (x: number) => Math.max(0, Math.min(100, ((x - from) / (to - from)) * 100))
  return (
    <div role="img" aria-label={label} title={label} className="relative h-5 w-full min-w-24">
      <i aria-hidden className="absolute inset-x-0 top-1/2 h-px -translate-y-1/2 bg-ink/10" />
      <i aria-hidden className="absolute inset-y-0 w-px bg-faint" style={{ left: `${at(middle)}%` }} />
      <i
        aria-hidden
        className={`absolute top-1/2 h-1.5 -translate-y-1/2 rounded-full ${isKnown ? 'bg-accent/45' : 'bg-ink/15'}`}
        style={{ left: `${at(low)}%`, width: `${Math.max(1, at(high) - at(low))}%` }}
      />
      <i
        aria-hidden
        className={`absolute top-1/2 size-2.5 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-surface ${isKnown ? 'bg-accent' : 'bg-quiet'}`}
        style={{ left: `${at(value)}%` }}
      />
    </div>
  )
}

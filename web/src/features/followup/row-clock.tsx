import { lazy, Suspense, useEffect, useState } from 'react'
import type { ClockNoun } from './clock-batch.ts'

// What runs out comes after the rows: a list shows first what is there.
const ClockOf = lazy(() => import('./clock-chip.tsx').then((part) => ({ default: part.ClockOf })))

type RowClockProps = { record: { id: string; state: string | null }; noun?: ClockNoun }

/** The clock that is next, for a column that is drawn later. Only what somebody owns has one. */
export function RowClock({ record, noun = 'lead' }: RowClockProps) {
  if (record.state !== 'owned') return null
  return (
    <Suspense>
      <ClockOf id={record.id} noun={noun} />
    </Suspense>
  )
}

const REST_MS = 150

/** The same on a card of a phone, which rests when it was not scrolled away at once. */
export function CardClock(props: RowClockProps) {
  const [rested, setRested] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setRested(true), REST_MS)
    return () => clearTimeout(timer)
  }, [])
  return rested ? <RowClock {...props} /> : null
}

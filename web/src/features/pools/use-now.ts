import { useEffect, useState } from 'react'

/** The time, every second while something counts down and every minute otherwise. */
export function useNow(counting: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), counting ? 1_000 : 60_000)
    return () => clearInterval(timer)
  }, [counting])
  return now
}

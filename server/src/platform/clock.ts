/** Time comes in through the door: tests and replays hand in a clock of their own. Epoch milliseconds. */
export interface Clock {
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

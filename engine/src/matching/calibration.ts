/** A rep's account in one virtual queue: thousandths of a turn received (calibration included) and weight. */
export interface QueueAccount {
  readonly receivedThousandths: number
  readonly calibrationThousandths: number
  readonly weight: number
}

/**
 * Calibration for somebody who joins a queue or returns from leave (X1): lifts what they are held to have received
 * to their weight share of what the others have, so that their shortfall starts at exactly 0: no flood. It never
 * lowers what they had, so a return cannot be used to jump the queue backwards. Thousandths of a turn.
 */
export function calibrationFor(self: QueueAccount, others: readonly QueueAccount[]): number {
  let total = 0
  let weight = 0
  for (const other of others) {
    total += other.receivedThousandths + other.calibrationThousandths
    weight += other.weight
  }
  if (others.length === 0) return self.calibrationThousandths
  const fair = weight > 0 ? Math.floor((total * self.weight) / weight) : Math.floor(total / others.length)
  return Math.max(self.calibrationThousandths, fair - self.receivedThousandths)
}

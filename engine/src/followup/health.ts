import type { CadenceReading } from './cadence.ts'
import type { ClockReading } from './clocks.ts'
import type { FollowupSettings } from './settings.ts'

const hourMs = 3_600_000
const soonMs = 24 * hourMs

export type HealthColour = 'red' | 'yellow' | 'green'

/** One open item of a person, with what is known of how it stands. */
export interface HealthItem {
  readonly itemId: string
  /** Load points say how much hangs on it: 3 for the hard and valuable. */
  readonly pointsHundredths: number
  readonly clocks: readonly ClockReading[]
  readonly cadence: CadenceReading | null
  readonly nextStepAt: number | null
  readonly buffer: 'missing' | 'too_short' | 'usual' | 'long' | null
}

export const riskCodes = [
  'RECALL_DUE',
  'FIRST_RESPONSE_MISSED',
  'NO_PROGRESS',
  'NEXT_STEP_OVERDUE',
  'RECALL_NEAR',
  'FIRST_RESPONSE_NEAR',
  'PROGRESS_NEAR',
  'CADENCE_BEHIND',
  'NO_NEXT_STEP',
  'BUFFER_MISSING',
  'TOO_MUCH_CONTACT',
] as const
export type RiskCode = (typeof riskCodes)[number]

/** Urgency of each risk, and its colour; the first of an item is the one that counts. */
const urgency: Readonly<Record<RiskCode, readonly [weight: number, colour: HealthColour]>> = {
  RECALL_DUE: [100, 'red'],
  FIRST_RESPONSE_MISSED: [90, 'red'],
  NO_PROGRESS: [70, 'red'],
  NEXT_STEP_OVERDUE: [60, 'red'],
  RECALL_NEAR: [80, 'yellow'],
  FIRST_RESPONSE_NEAR: [75, 'yellow'],
  PROGRESS_NEAR: [40, 'yellow'],
  CADENCE_BEHIND: [35, 'yellow'],
  NO_NEXT_STEP: [25, 'yellow'],
  BUFFER_MISSING: [20, 'yellow'],
  TOO_MUCH_CONTACT: [10, 'yellow'],
}

export interface HealthRisk {
  readonly itemId: string
  readonly colour: HealthColour
  readonly code: RiskCode
  /** When it was or will be due; null where the risk has no date. */
  readonly dueAt: number | null
  /** Urgency × what hangs on it: the order of next steps. */
  readonly weight: number
}

export interface HealthReport {
  readonly red: number
  readonly yellow: number
  readonly green: number
  /** The colour of the whole: red with any red risk or too great a share unfollowed (M5). */
  readonly colour: HealthColour
  readonly unfollowedPermille: number
  /** Worst first. */
  readonly risks: readonly HealthRisk[]
  /** The three steps that help most. */
  readonly nextSteps: readonly HealthRisk[]
}

function riskOf(item: HealthItem, now: number): { code: RiskCode; dueAt: number | null } | null {
  const clock = (kind: ClockReading['kind']): ClockReading | undefined =>
    item.clocks.find((reading) => reading.kind === kind)
  const found: { code: RiskCode; dueAt: number | null }[] = []
  const check = (kind: ClockReading['kind'], over: RiskCode, near: RiskCode): void => {
    const reading = clock(kind)
    if (reading?.deadlineAt == null) return
    if (reading.state === 'overdue') found.push({ code: over, dueAt: reading.deadlineAt })
    else if (reading.deadlineAt - now <= soonMs) found.push({ code: near, dueAt: reading.deadlineAt })
  }
  check('recall', 'RECALL_DUE', 'RECALL_NEAR')
  check('first_response', 'FIRST_RESPONSE_MISSED', 'FIRST_RESPONSE_NEAR')
  check('progress', 'NO_PROGRESS', 'PROGRESS_NEAR')
  if (item.nextStepAt !== null && item.nextStepAt < now)
    found.push({ code: 'NEXT_STEP_OVERDUE', dueAt: item.nextStepAt })
  if (item.cadence?.state === 'behind') found.push({ code: 'CADENCE_BEHIND', dueAt: item.cadence.windowTo })
  // Nobody is asked for a plan before the first contact; the clocks above ask for that one.
  if (item.nextStepAt === null && clock('first_response') === undefined && clock('recall') === undefined)
    found.push({ code: 'NO_NEXT_STEP', dueAt: null })
  if (item.buffer === 'missing' || item.buffer === 'too_short')
    found.push({ code: 'BUFFER_MISSING', dueAt: null })
  if (item.cadence?.state === 'over') found.push({ code: 'TOO_MUCH_CONTACT', dueAt: null })
  return found.sort((a, b) => urgency[b.code][0] - urgency[a.code][0])[0] ?? null
}

/** 我的任务健康报告 (T3): every open item red, yellow or green, and the three most useful next steps. */
export function healthReport(
  settings: FollowupSettings,
  items: readonly HealthItem[],
  now: number,
): HealthReport {
  const risks = items
    .flatMap((item): HealthRisk[] => {
      const risk = riskOf(item, now)
      if (risk === null) return []
      const [weight, colour] = urgency[risk.code]
      return [{ itemId: item.itemId, colour, ...risk, weight: weight * Math.max(50, item.pointsHundredths) }]
    })
    // By colour first, then what hangs on it, then the earlier date, then the id: a total order.
    .sort(
      (a, b) =>
        Number(b.colour === 'red') - Number(a.colour === 'red') ||
        b.weight - a.weight ||
        (a.dueAt ?? now) - (b.dueAt ?? now) ||
        (a.itemId < b.itemId ? -1 : 1),
    )
  const red = risks.filter((risk) => risk.colour === 'red').length
  const yellow = risks.length - red
  const unfollowedPermille = unfollowedShare(settings, items, now)
  const colour =
    red > 0 || unfollowedPermille > settings.health.unfollowedPermille
      ? 'red'
      : yellow > 0
        ? 'yellow'
        : 'green'
  return {
    red,
    yellow,
    green: items.length - risks.length,
    colour,
    unfollowedPermille,
    risks,
    nextSteps: risks.slice(0, 3),
  }
}

/** Share of items nobody followed up for longer than the limit (M5, M6: 超48小时未跟进), permille. */
function unfollowedShare(settings: FollowupSettings, items: readonly HealthItem[], now: number): number {
  if (items.length === 0) return 0
  const limit = settings.health.unfollowedHours * hourMs
  const over = items.filter((item) =>
    item.clocks.some(
      (clock) =>
        (clock.kind === 'recall' || clock.kind === 'first_response') && now - clock.startedAt > limit,
    ),
  ).length
  return Math.round((over * 1000) / items.length)
}

import { describe, expect, it } from 'vitest'
import { dutySpans, mergeSpans, parseWorkingHours, type Schedule } from '../calendar/index.ts'
import { defaultPolicy, parsePolicy } from '../policy/index.ts'
import { aRep } from '../testing/index.ts'
import {
  type ClockCalendar,
  type ClockSubject,
  followupSettings,
  type HealthItem,
  healthReport,
  imbalanceOf,
  nextCheckpoint,
  nextReminder,
  proposalVerdict,
  readBuffer,
  readCadence,
  readClock,
  readInterval,
  readPace,
  reliefActions,
  runningClocks,
} from './index.ts'

const policy = defaultPolicy()
const settings = followupSettings(policy)
const figures = { sla: policy.sla, settings }
const at = (text: string, zone = '+08:00'): number => Date.parse(`${text}:00${zone}`)
const hours = (text: string) => {
  const parsed = parseWorkingHours(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}
const goldenWeek = {
  days: Object.fromEntries([
    ...[1, 2, 3, 4, 5, 6, 7].map((day) => [`2026-10-0${day}`, 'off'] as const),
    ['2026-10-10', 'work'] as const,
  ]),
  confirmedYears: [2026],
}
const office: Schedule = {
  timeZone: 'Asia/Shanghai',
  hours: hours('Mon-Fri 09:00-18:00'),
  holidays: goldenWeek,
}
const calendar = (schedule: Schedule = office, others: readonly Schedule[] = []): ClockCalendar => ({
  schedule,
  workingDays: settings.workingDays,
  roster: (from, to) => mergeSpans([schedule, ...others].flatMap((one) => dutySpans(one, from, to))),
})
const subject = (ownedSince: number, rest: Partial<ClockSubject> = {}): ClockSubject => ({
  slaClass: 'A',
  ownedSince,
  followedAt: null,
  progressedAt: null,
  ...rest,
})
const deadline = (kind: string, since: number, cal = calendar(), rest: Partial<ClockSubject> = {}) =>
  runningClocks(figures, subject(since, rest), cal).find((clock) => clock.kind === kind)?.deadlineAt

describe('the four clocks of Decision 3', () => {
  it('counts a first response in the hours somebody is on duty, so an evening lead is answered that evening', () => {
    const since = at('2026-11-23T17:30')
    expect(deadline('first_response', since)).toBe(at('2026-11-24T10:30'))
    const evening = { ...office, hours: hours('Mon-Fri 13:00-21:00') }
    expect(deadline('first_response', since, calendar(office, [evening]))).toBe(at('2026-11-23T19:30'))
  })

  it('counts the recall in elapsed hours and skips days nobody works', () => {
    expect(deadline('recall', at('2026-11-24T10:00'))).toBe(at('2026-11-26T10:00'))
    expect(deadline('recall', at('2026-11-27T10:00'))).toBe(at('2026-12-01T10:00'))
    // Golden week, and a Saturday that is made up for.
    expect(deadline('recall', at('2026-09-30T12:00'))).toBe(at('2026-10-09T12:00'))
    expect(deadline('recall', at('2026-10-09T12:00'))).toBe(at('2026-10-12T12:00'))
  })

  it('moves seven calendar days that end on a day off to the next working day, over the end of a month too', () => {
    expect(deadline('progress', at('2026-11-23T10:00'))).toBe(at('2026-11-30T10:00'))
    expect(deadline('progress', at('2026-09-28T10:00'))).toBe(at('2026-10-08T10:00'))
    expect(deadline('progress', at('2026-01-31T10:00'))).toBe(at('2026-02-09T10:00'))
  })

  it('keeps elapsed hours elapsed and wall-clock days on the wall where the clocks change', () => {
    const newYork: Schedule = { timeZone: 'America/New_York', hours: hours('Mon-Sun 09:00-18:00') }
    // 8 March 2026 has 23 hours there, 1 November 25.
    expect(deadline('recall', at('2026-03-07T12:00', '-05:00'), calendar(newYork))).toBe(
      at('2026-03-09T13:00', '-04:00'),
    )
    expect(deadline('progress', at('2026-10-29T10:00', '-04:00'), calendar(newYork))).toBe(
      at('2026-11-05T10:00', '-05:00'),
    )
  })

  it('stops for leave, and gives back what the service was down', () => {
    const since = at('2026-11-24T10:00')
    const leave = { from: at('2026-11-25T00:00'), to: at('2026-11-27T00:00') }
    const away = calendar({ ...office, leaves: [leave] })
    expect(deadline('recall', since, away)).toBe(at('2026-11-30T10:00'))
    const down = { ...calendar(), outages: [{ from: at('2026-11-24T12:00'), to: at('2026-11-25T12:00') }] }
    expect(deadline('recall', since, down)).toBe(at('2026-11-27T10:00'))
    const [clock] = runningClocks(figures, subject(since), away).filter((one) => one.kind === 'recall')
    expect(readClock(figures, clock!, away, at('2026-11-25T10:00'))).toMatchObject({
      state: 'paused',
      leftMs: 34 * 3_600_000,
      pause: { cause: 'leave', until: at('2026-11-27T00:00') },
    })
    expect(readClock(figures, clock!, away, at('2026-11-28T10:00'))).toMatchObject({
      pause: { cause: 'non_working_day', until: at('2026-11-30T00:00') },
    })
  })

  it('ends three of them with the first follow-up and starts all over for a new owner', () => {
    const since = at('2026-11-24T10:00')
    const kinds = (rest: Partial<ClockSubject>) =>
      runningClocks(figures, subject(since, rest), calendar()).map((clock) => clock.kind)
    expect(kinds({})).toEqual(['first_response', 'reminder', 'recall', 'progress'])
    expect(kinds({ followedAt: since + 1 })).toEqual(['progress'])
    expect(deadline('progress', at('2026-11-25T10:00'), calendar(), { progressedAt: since })).toBe(
      at('2026-12-02T10:00'),
    )
  })

  it('holds other figures for a class where the policy says so', () => {
    const own = { ...policy, followup: { classes: { A: { recallHours: 24, progressDays: 3 } } } }
    expect(parsePolicy(own).ok).toBe(true)
    const clocks = runningClocks(
      { sla: own.sla, settings: followupSettings(own) },
      subject(at('2026-11-24T10:00')),
      calendar(),
    )
    expect(clocks.find((clock) => clock.kind === 'recall')?.deadlineAt).toBe(at('2026-11-25T10:00'))
    expect(clocks.find((clock) => clock.kind === 'progress')?.deadlineAt).toBe(at('2026-11-27T10:00'))
  })
})

describe('reminders', () => {
  it('come at 1 h and 24 h, then every eight hours to the fifth, then daily, and never at night', () => {
    const since = at('2026-11-24T10:00')
    const times: number[] = []
    for (let next = nextReminder(settings, 'A', office, since, since); times.length < 7 && next !== null; ) {
      times.push(next)
      next = nextReminder(settings, 'A', office, since, next)
    }
    expect(times).toEqual(
      // 32 h is six in the evening and 40 h two at night: both wait for nine and are one.
      ['24T11:00', '25T10:00', '26T09:00', '26T10:00', '27T10:00', '30T09:00', '30T10:00'].map((text) =>
        at(`2026-11-${text}`),
      ),
    )
  })

  it('say one thing after two days of silence', () => {
    const since = at('2026-11-24T10:00')
    expect(nextReminder(settings, 'A', office, since, at('2026-11-26T10:30'))).toBe(at('2026-11-27T10:00'))
  })

  it('hold the checkpoint on Friday at four on the wall of the owner', () => {
    expect(nextCheckpoint(settings, 'Asia/Shanghai', at('2026-11-27T15:59'))).toBe(at('2026-11-27T16:00'))
    expect(nextCheckpoint(settings, 'Asia/Shanghai', at('2026-11-27T16:00'))).toBe(at('2026-12-04T16:00'))
  })
})

describe('cadence', () => {
  const now = at('2026-11-27T10:00')
  const contact = (daysAgo: number, kind = 'call') => ({ at: now - daysAgo * 86_400_000, kind })

  it('asks three contacts over three channels of somebody new, two deep ones a week of class A', () => {
    const fresh = { tier: 'A', lifecycleStage: 'new', ownedSince: now - 4 * 86_400_000 }
    const calls = [contact(3), contact(2), contact(1)]
    expect(readCadence(settings, fresh, calls, now)).toMatchObject({
      ruleId: 'new',
      done: 3,
      channels: 1,
      state: 'on_track',
    })
    const mixed = [contact(3), contact(2, 'email'), contact(1, 'wechat')]
    expect(readCadence(settings, fresh, mixed, now)?.state).toBe('done')
    const old = { tier: 'A', lifecycleStage: null, ownedSince: now - 90 * 86_400_000 }
    expect(readCadence(settings, old, mixed, now)).toMatchObject({
      ruleId: 'class-A',
      done: 1,
      state: 'behind',
    })
  })

  it('measures the interval against the band, and a deal against the time deals take', () => {
    expect(readInterval(settings, [contact(60), contact(40), contact(20), contact(0)])).toMatchObject({
      medianTenths: 200,
      band: 'within',
    })
    expect(readInterval(settings, [contact(4), contact(2), contact(0)])?.band).toBe('under')
    expect(readInterval(settings, [contact(1)])).toBeNull()
    expect(readBuffer(settings, now, now + 30 * 86_400_000)).toBe('too_short')
    expect(readBuffer(settings, now, null)).toBe('missing')
  })
})

describe('proposals', () => {
  const now = at('2026-11-27T10:00')
  const day = 86_400_000
  const history = {
    ownedSince: now - 30 * day,
    pinned: false,
    lastProposedAt: null,
    declined: [],
    formerOwners: [],
    openForOwner: 0,
  }
  const better = { ownerId: 'wang', ownerTotal: 30_000, best: { repId: 'lisa', total: 42_000 } }

  it('asks the owner whether somebody clearly better should have it, and the manager where a person chose', () => {
    expect(proposalVerdict(settings, 'tier_up', better, history, now)).toEqual({
      propose: true,
      toRepId: 'lisa',
      gainThousandths: 12_000,
      audience: 'owner',
    })
    expect(proposalVerdict(settings, 'tier_up', better, { ...history, pinned: true }, now)).toMatchObject({
      audience: 'manager',
    })
  })

  it('keeps quiet where the gain is small, the pair was declined, or the item would swing back', () => {
    const close = { ...better, best: { repId: 'lisa', total: 33_000 } }
    expect(proposalVerdict(settings, 'tier_up', close, history, now)).toMatchObject({
      because: 'GAIN_TOO_SMALL',
    })
    const because = (rest: object, cause: 'tier_up' | 'capacity_freed' = 'tier_up') =>
      proposalVerdict(settings, cause, better, { ...history, ...rest }, now)
    expect(because({ declined: [{ toRepId: 'lisa', at: now - day }] })).toMatchObject({
      because: 'DECLINED_BEFORE',
    })
    expect(because({ formerOwners: [{ repId: 'lisa', until: now - day }] })).toMatchObject({
      because: 'FORMER_OWNER',
    })
    expect(because({ lastProposedAt: now - day })).toMatchObject({ because: 'RESTS' })
    expect(because({ ownedSince: now - day }, 'capacity_freed')).toMatchObject({ because: 'RESTS' })
    expect(because({ openForOwner: 5 })).toMatchObject({ because: 'ENOUGH_PROMPTS' })
    expect(because({ declined: [{ toRepId: 'lisa', at: now - 31 * day }] })).toMatchObject({ propose: true })
  })
})

describe('health and relief', () => {
  const now = at('2026-11-27T10:00')
  const item = (
    itemId: string,
    since: number,
    pointsHundredths: number,
    followedAt: number | null,
  ): HealthItem => {
    const cal = calendar()
    return {
      itemId,
      pointsHundredths,
      clocks: runningClocks(figures, subject(since, { followedAt, progressedAt: followedAt }), cal).map(
        (clock) => readClock(figures, clock, cal, now),
      ),
      cadence: null,
      nextStepAt: followedAt === null ? null : now + 86_400_000,
      buffer: null,
    }
  }

  it('tells who is ahead of what is asked, who lags, and that attention is uneven only where both exist', () => {
    const item = (state: 'over' | 'behind' | 'on_track' | null, n: number): HealthItem => ({
      itemId: `i${n}`,
      pointsHundredths: 100,
      clocks: [],
      nextStepAt: null,
      buffer: null,
      cadence:
        state === null
          ? null
          : {
              ruleId: 'a',
              required: 3,
              done: 3,
              channelsRequired: 1,
              channels: 1,
              windowFrom: 0,
              windowTo: 1,
              state,
            },
    })
    const of = (...states: Parameters<typeof item>[0][]) => readPace(settings, states.map(item))
    // A fifth is not too much yet, and one customer is no habit.
    const even = Array.from({ length: 8 }, () => 'on_track' as const)
    expect(of('over', 'over', ...even).pace).toBe('even')
    expect(of('over', 'on_track').pace).toBe('even')
    expect(of('over', 'over', 'on_track')).toEqual({ ruled: 3, over: 2, under: 0, pace: 'ahead' })
    expect(of('behind', 'behind', 'on_track').pace).toBe('behind')
    expect(of('behind', 'over', 'over', 'behind').pace).toBe('behind')
    expect(of(null, null)).toEqual({ ruled: 0, over: 0, under: 0, pace: null })
    const readings = new Map([
      ['early', of('over', 'over')],
      ['late', of('behind', 'behind')],
      ['even', of('on_track')],
    ])
    expect(imbalanceOf(readings)).toEqual({ ahead: ['early'], behind: ['late'] })
    readings.delete('late')
    expect(imbalanceOf(readings)).toBeNull()
  })

  it('paints red, yellow and green and names the three steps that help most', () => {
    const report = healthReport(
      settings,
      [
        item('fine', at('2026-11-25T10:00'), 300, at('2026-11-26T10:00')),
        item('soon', at('2026-11-27T09:00'), 150, null),
        item('small and late', at('2026-11-23T10:00'), 50, null),
        item('great and late', at('2026-11-23T11:00'), 300, null),
        item('stalled', at('2026-11-10T11:00'), 150, at('2026-11-11T11:00')),
      ],
      now,
    )
    expect(report).toMatchObject({ red: 3, yellow: 1, green: 1, colour: 'red', unfollowedPermille: 400 })
    expect(report.nextSteps.map(({ itemId, code }) => [itemId, code])).toEqual([
      ['great and late', 'RECALL_DUE'],
      ['stalled', 'NO_PROGRESS'],
      ['small and late', 'RECALL_DUE'],
    ])
  })

  it('relieves by peers, reserve and telesales, never by overloading the next one', () => {
    const load = (id: string, points: number, rest: object = {}) => ({
      rep: aRep({ id, teamPath: ['north'], level: 'senior', ...rest }),
      loadHundredths: points,
      thresholdHundredths: 1000,
      available: true,
    })
    const movable = (itemId: string, pointsHundredths: number, value: 'high' | 'low', pinned = false) => ({
      itemId,
      pointsHundredths,
      value,
      pinned,
      candidates: ['peer', 'full', 'far', 'reserve', 'tele'],
    })
    const actions = reliefActions(
      settings,
      load('wang', 1250),
      [
        load('peer', 500),
        load('full', 790),
        load('far', 0, { teamPath: ['south'] }),
        load('reserve', 0, { teamPath: ['south'], roles: ['reserve'] }),
        load('tele', 0, { teamPath: ['phone'], roles: ['telesales'] }),
      ],
      [
        movable('a', 300, 'high', true),
        movable('b', 200, 'high'),
        movable('c', 50, 'low'),
        movable('d', 50, 'low'),
      ],
    )
    expect(
      actions.map(({ kind, moves }) => [kind, moves.map((move) => `${move.itemId}>${move.toRepId}`)]),
    ).toEqual([
      ['peers', ['b>peer', 'c>peer']],
      ['reserve', ['b>reserve', 'c>reserve']],
      ['telesales', ['c>tele', 'd>tele']],
    ])
    expect(actions[0]).toMatchObject({ loadAfterHundredths: 1000, temporary: false })
  })
})

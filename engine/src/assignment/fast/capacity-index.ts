import type { RepView } from '../../matching/index.ts'
import { type ExclusionCode, exclusionCodes, type WorkItem } from '../../model/index.ts'
import { gaugeExclusions, gaugeIncrement, gaugeOrder } from '../../workload/index.ts'
import type { StateCounts } from '../state-counts.ts'
import { type BitRow, emptyRow, setBit } from './bit-rows.ts'

/** Items that move the gauges alike share one row of who has room for them. */
export interface RoomClass {
  /** What taking one adds, in `gaugeOrder`. */
  readonly deltas: readonly number[]
  readonly row: BitRow
  /** Place in `exclusionCodes` + 1 of what excludes each rep; 0 = room. */
  readonly codes: Uint8Array
}

const codePlace = new Map<ExclusionCode, number>(exclusionCodes.map((code, place) => [code, place + 1]))
const [daily, weekly, monthly] = (
  ['DAILY_MAX_REACHED', 'WEEKLY_MAX_REACHED', 'MONTHLY_MAX_REACHED'] as const
).map((code) => codePlace.get(code) ?? 0) as [number, number, number]

/**
 * Who has room for what, kept current by each change of a rep's counts, so that capacity costs a query one AND.
 * Indexed reads carry `!`: every column is as long as the roster.
 * Pausing gauges lie flat (start of each rep, gauge, threshold); ceilings are columns with infinity for none.
 */
export class CapacityIndex {
  readonly #counts: StateCounts
  readonly #starts: Int32Array
  readonly #gauges: readonly Float64Array[]
  readonly #places: readonly number[]
  readonly #thresholds: Float64Array
  readonly #codes: Uint8Array
  readonly #dailyMax: Float64Array
  readonly #weeklyMax: Float64Array
  readonly #monthlyMax: Float64Array
  readonly #classes: RoomClass[] = []
  readonly #byKey = new Map<number, RoomClass>()
  readonly #reps: number

  constructor(views: readonly RepView[], counts: StateCounts) {
    this.#counts = counts
    this.#reps = views.length
    this.#starts = new Int32Array(views.length + 1)
    views.forEach((view, rep) => {
      this.#starts[rep + 1] = (this.#starts[rep] ?? 0) + view.pausingGauges.length
    })
    const flat = views.flatMap((view) => view.pausingGauges)
    this.#places = flat.map((gauge) => gaugeOrder.indexOf(gauge.name))
    this.#gauges = flat.map((gauge) => counts.gauges[gaugeOrder.indexOf(gauge.name)] ?? new Float64Array(0))
    this.#thresholds = Float64Array.from(flat, (gauge) => gauge.threshold)
    this.#codes = Uint8Array.from(flat, (gauge) => codePlace.get(gaugeExclusions[gauge.name]) ?? 0)
    const ceiling = (max: number | null) => max ?? Number.POSITIVE_INFINITY
    this.#dailyMax = Float64Array.from(views, (view) => ceiling(view.rep.limits.dailyMax))
    this.#weeklyMax = Float64Array.from(views, (view) => ceiling(view.rep.limits.weeklyMax))
    this.#monthlyMax = Float64Array.from(views, (view) => ceiling(view.rep.limits.monthlyMax))
  }

  /** The class of an item. Everything `gaugeIncrement` looks at is in the key. */
  classOf(item: WorkItem): RoomClass {
    const kind = item.kind === 'opportunity' ? 2 : item.kind === 'task' ? 1 : 0
    const hard = item.value === 'high' && item.difficulty === 'hard' ? 1 : 0
    const intent = item.facts['intent'] === 'high' ? 1 : 0
    const key = item.pointsHundredths * 16 + kind * 4 + hard * 2 + intent
    return this.#byKey.get(key) ?? this.#open(key, item)
  }

  #open(key: number, item: WorkItem): RoomClass {
    const opened = {
      deltas: gaugeOrder.map((name) => gaugeIncrement(name, item)),
      row: emptyRow(this.#reps),
      codes: new Uint8Array(this.#reps),
    }
    this.#byKey.set(key, opened)
    this.#classes.push(opened)
    for (let rep = 0; rep < this.#reps; rep++) this.#updateIn(opened, rep)
    return opened
  }

  update(rep: number): void {
    for (let place = 0; place < this.#classes.length; place++) this.#updateIn(this.#classes[place]!, rep)
  }

  #updateIn(room: RoomClass, rep: number): void {
    const code = this.#exclusion(room, rep)
    if (room.codes[rep] === code && code !== 0) return
    room.codes[rep] = code
    setBit(room.row, rep, code === 0)
  }

  #exclusion({ deltas }: RoomClass, rep: number): number {
    const end = this.#starts[rep + 1]!
    for (let at = this.#starts[rep]!; at < end; at++) {
      if (this.#gauges[at]![rep]! + deltas[this.#places[at]!]! > this.#thresholds[at]!)
        return this.#codes[at]!
    }
    const counts = this.#counts
    if (counts.today[rep]! + 1 > this.#dailyMax[rep]!) return daily
    if (counts.week[rep]! + 1 > this.#weeklyMax[rep]!) return weekly
    return counts.month[rep]! + 1 > this.#monthlyMax[rep]! ? monthly : 0
  }

  /** `freeShare` in permille, from the columns. */
  headroom(rep: number): number {
    let least = 1000
    const end = this.#starts[rep + 1]!
    for (let at = this.#starts[rep]!; at < end; at++) {
      const threshold = this.#thresholds[at]!
      const free = threshold - this.#gauges[at]![rep]!
      const share = threshold > 0 && free > 0 ? Math.floor((free * 1000) / threshold) : 0
      if (share < least) least = share
    }
    return least
  }
}

import type { RepView } from '../../matching/index.ts'
import { type ExclusionCode, exclusionCodes, type WorkItem } from '../../model/index.ts'
import { gaugeExclusions, gaugeIncrement, gaugeOrder } from '../../workload/index.ts'
import { cells, type GaugeMove, type StateCounts } from '../state-counts.ts'
import { type BitRow, hasBit, setBit } from './bit-rows.ts'

/** Items that move the gauges alike share one row of who has room for them. */
export interface RoomClass {
  /** What taking one adds, in `gaugeOrder`. */
  readonly deltas: Float64Array
  readonly moves: readonly GaugeMove[]
  /** On duty and room. */
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
  /** `freeShare` in permille of every rep, from the cells. */
  readonly headroom: Int32Array
  readonly #flat: Float64Array
  readonly #onDuty: BitRow
  readonly #starts: Int32Array
  readonly #places: Int32Array
  readonly #thresholds: Float64Array
  readonly #codes: Uint8Array
  readonly #dailyMax: Float64Array
  readonly #weeklyMax: Float64Array
  readonly #monthlyMax: Float64Array
  readonly #hasCeiling: Uint8Array
  readonly #classes: RoomClass[] = []
  readonly #byKey = new Map<number, RoomClass>()
  readonly #reps: number
  readonly #counts: StateCounts

  constructor(views: readonly RepView[], counts: StateCounts, onDuty: BitRow) {
    this.#counts = counts
    this.#flat = counts.flat
    this.#onDuty = onDuty
    this.#reps = views.length
    this.#starts = new Int32Array(views.length + 1)
    views.forEach((view, rep) => {
      this.#starts[rep + 1] = (this.#starts[rep] ?? 0) + view.pausingGauges.length
    })
    const flat = views.flatMap((view) => view.pausingGauges)
    this.#places = Int32Array.from(flat, (gauge) => gaugeOrder.indexOf(gauge.name))
    this.#thresholds = Float64Array.from(flat, (gauge) => gauge.threshold)
    this.#codes = Uint8Array.from(flat, (gauge) => codePlace.get(gaugeExclusions[gauge.name]) ?? 0)
    const ceiling = (max: number | null) => max ?? Number.POSITIVE_INFINITY
    this.#dailyMax = Float64Array.from(views, (view) => ceiling(view.rep.limits.dailyMax))
    this.#weeklyMax = Float64Array.from(views, (view) => ceiling(view.rep.limits.weeklyMax))
    this.#monthlyMax = Float64Array.from(views, (view) => ceiling(view.rep.limits.monthlyMax))
    this.#hasCeiling = Uint8Array.from(views, ({ rep: { limits } }) =>
      limits.dailyMax !== null || limits.weeklyMax !== null || limits.monthlyMax !== null ? 1 : 0,
    )
    this.headroom = Int32Array.from(views, (_, rep) => this.#headroomOf(rep))
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
    const deltas = Float64Array.from(gaugeOrder, (name) => gaugeIncrement(name, item))
    const opened = {
      deltas,
      moves: this.#counts.movesOf([...deltas]),
      row: this.#onDuty.slice(),
      codes: new Uint8Array(this.#reps),
    }
    this.#byKey.set(key, opened)
    this.#classes.push(opened)
    for (let rep = 0; rep < this.#reps; rep++) this.#updateIn(opened, rep, this.#ceilingCode(rep))
    return opened
  }

  /** The rep's counts moved. */
  update(rep: number): void {
    const ceiling = this.#ceilingCode(rep)
    for (let place = 0; place < this.#classes.length; place++) {
      this.#updateIn(this.#classes[place]!, rep, ceiling)
    }
    this.headroom[rep] = this.#headroomOf(rep)
  }

  /** Who is on duty changed. */
  updateDuty(rep: number): void {
    const there = hasBit(this.#onDuty, rep)
    for (const { row, codes } of this.#classes) setBit(row, rep, there && codes[rep] === 0)
  }

  #updateIn(room: RoomClass, rep: number, ceiling: number): void {
    let code = ceiling
    const from = rep * cells.perRep
    const end = this.#starts[rep + 1]!
    for (let at = this.#starts[rep]!; at < end; at++) {
      const place = this.#places[at]!
      if (this.#flat[from + place]! + room.deltas[place]! > this.#thresholds[at]!) {
        code = this.#codes[at]!
        break
      }
    }
    const before = room.codes[rep]!
    if (before === code) return
    room.codes[rep] = code
    if (before === 0 || code === 0) setBit(room.row, rep, code === 0 && hasBit(this.#onDuty, rep))
  }

  #ceilingCode(rep: number): number {
    if (this.#hasCeiling[rep] === 0) return 0
    const from = rep * cells.perRep
    const flat = this.#flat
    if (flat[from + cells.today]! + 1 > this.#dailyMax[rep]!) return daily
    if (flat[from + cells.week]! + 1 > this.#weeklyMax[rep]!) return weekly
    return flat[from + cells.month]! + 1 > this.#monthlyMax[rep]! ? monthly : 0
  }

  #headroomOf(rep: number): number {
    let least = 1000
    const from = rep * cells.perRep
    const end = this.#starts[rep + 1]!
    for (let at = this.#starts[rep]!; at < end; at++) {
      const threshold = this.#thresholds[at]!
      const free = threshold - this.#flat[from + this.#places[at]!]!
      const share = threshold > 0 && free > 0 ? Math.floor((free * 1000) / threshold) : 0
      if (share < least) least = share
    }
    return least
  }
}

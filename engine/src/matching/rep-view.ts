import type { Gauge, Rep } from '../model/index.ts'
import { gaugeOrder } from '../workload/index.ts'
import { normalizeName, territoryPath } from './territory.ts'

/** A rep with everything that is compared made ready once: sets and normalised names. */
export interface RepView {
  readonly rep: Rep
  readonly teams: ReadonlySet<string>
  readonly roles: ReadonlySet<string>
  readonly territories: readonly (readonly string[])[]
  readonly industries: ReadonlySet<string>
  readonly products: ReadonlySet<string>
  /** Best level (1–5) per tag. */
  readonly tagLevels: ReadonlyMap<string, number>
  /** Only these can exclude; in the order of the exclusion codes. */
  readonly pausingGauges: readonly Gauge[]
}

const views = new WeakMap<Rep, RepView>()

/** The view of a rep; made once per rep object, so a roster kept in memory pays for it once. */
export function viewOf(rep: Rep): RepView {
  const known = views.get(rep)
  if (known !== undefined) return known
  const view = makeView(rep)
  views.set(rep, view)
  return view
}

function makeView(rep: Rep): RepView {
  const tagLevels = new Map<string, number>()
  for (const { tag, level } of rep.tags) {
    const name = normalizeName(tag)
    const clamped = Math.max(1, Math.min(5, Math.trunc(level)))
    tagLevels.set(name, Math.max(clamped, tagLevels.get(name) ?? 0))
  }
  return {
    rep,
    teams: new Set(rep.teamPath),
    roles: new Set(rep.roles),
    territories: rep.territories.map(territoryPath).filter((path) => path.length > 0),
    industries: new Set(rep.industries.map(normalizeName)),
    products: new Set(rep.productLines.map(normalizeName)),
    tagLevels,
    pausingGauges: rep.gauges
      .filter((gauge) => gauge.action === 'pause')
      .sort((a, b) => gaugeOrder.indexOf(a.name) - gaugeOrder.indexOf(b.name) || a.threshold - b.threshold),
  }
}

import {
  type RepView,
  type Requirements,
  requirementsOf,
  suitabilityExclusion,
} from '../../matching/index.ts'
import type { FieldValue, WorkItem } from '../../model/index.ts'
import { type BitRow, rowOf } from './bit-rows.ts'

const nothingAsked: Requirements = {
  roles: null,
  teams: null,
  repIds: null,
  levels: null,
  territories: null,
  regions: null,
  industries: null,
  products: null,
  tags: null,
}

/** Who covers which place, industry and product line: one row per value met, made by the plain path's own tests. */
export class CoverageRows {
  readonly everybody: BitRow
  readonly #views: readonly RepView[]
  readonly #places = new Map<FieldValue | undefined, Map<FieldValue | undefined, BitRow>>()
  readonly #industries = new Map<FieldValue, BitRow>()
  readonly #products = new Map<FieldValue, BitRow>()

  constructor(views: readonly RepView[]) {
    this.#views = views
    this.everybody = rowOf(views.length, () => true)
  }

  /** Lists are keyed by identity and so are looked at anew; texts, which is what leads bring, are met again. */
  region(item: WorkItem): BitRow {
    const { region, city } = item.facts
    const known = this.#places.get(region)?.get(city)
    if (known !== undefined) return known
    const row = this.#rowFor({
      ...nothingAsked,
      regions: requirementsOf({ match: ['region'] }, item).regions,
    })
    const byCity = this.#places.get(region) ?? new Map<FieldValue | undefined, BitRow>()
    if (keepable(region) && keepable(city)) this.#places.set(region, byCity.set(city, row))
    return row
  }

  industry(item: WorkItem): BitRow {
    const { industry } = item.facts
    if (industry === undefined) return this.everybody
    const known = this.#industries.get(industry)
    if (known !== undefined) return known
    const { industries } = requirementsOf({ match: ['industry'] }, item)
    const row = this.#rowFor({ ...nothingAsked, industries })
    if (keepable(industry)) this.#industries.set(industry, row)
    return row
  }

  product(item: WorkItem): BitRow {
    const { product } = item.facts
    if (product === undefined) return this.everybody
    const known = this.#products.get(product)
    if (known !== undefined) return known
    const row = this.#rowFor({
      ...nothingAsked,
      products: requirementsOf({ match: ['product'] }, item).products,
    })
    if (keepable(product)) this.#products.set(product, row)
    return row
  }

  #rowFor(wanted: Requirements): BitRow {
    return rowOf(this.#views.length, (rep) => suitabilityExclusion(this.#views[rep]!, wanted) === null)
  }
}

function keepable(value: FieldValue | undefined): boolean {
  return typeof value !== 'object'
}

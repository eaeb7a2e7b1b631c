import type { Policy, RepState, ScoreWeights, Term, TermCode, ValueBand, WinModel } from '../model/index.ts'
import { developmentPermille } from './development.ts'
import type { FairnessQueue } from './fairness-queue.ts'
import { freeShare, missingToFloor } from './headroom.ts'
import type { ItemContext } from './item-context.ts'
import type { RepView } from './rep-view.ts'

/** How much of the win-value weight a value band carries, permille; unknown counts half. */
export function valuePermille(value: ValueBand | null): number {
  return value === 'high' ? 1000 : value === 'mid' ? 600 : value === 'low' ? 300 : 500
}

/** Win probability (millionths) × value band (permille) × weight (points), in thousandths of a point. */
export function winValueContribution(weight: number, millionths: number, permille: number): number {
  return Math.floor((weight * millionths * permille) / 1_000_000)
}

/** The fit weight is split 40 % industry, 20 % product line, 40 % tags. */
export const fitParts = { industry: 400, productStep: 100, tags: 400 } as const

/** 1 where one of the item's industries is a speciality of the rep. */
export function industryFit(view: RepView, industries: readonly string[]): number {
  return industries.some((industry) => view.industries.has(industry)) ? 1 : 0
}

/** 2 = sells this product line by name, 1 = sells everything, 0 = neither, or the item names none. */
export function productFit(view: RepView, products: readonly string[]): number {
  if (products.length === 0) return 0
  if (view.products.size === 0) return 1
  return products.some((product) => view.products.has(product)) ? 2 : 0
}

/** Sum of the rep's levels (1–5) in the wanted tags. */
export function tagLevelSum(view: RepView, tags: readonly string[]): number {
  let sum = 0
  for (const tag of tags) sum += view.tagLevels.get(tag) ?? 0
  return sum
}

export function tagFitContribution(weight: number, levelSum: number, tagCount: number): number {
  return tagCount === 0 ? 0 : Math.floor((weight * fitParts.tags * levelSum) / (5 * tagCount))
}

/** Permille: 1000 for the owner of the customer, 100 per customer of this type won before up to 500 (D4). */
export function continuityPermille(view: RepView, ctx: ItemContext, policy: Policy, model: WinModel): number {
  if (policy.continuity.owner !== 'off' && ctx.item.accountOwnerId === view.rep.id) return 1000
  return Math.min(500, 100 * (model.wonCount?.(view.rep.id, ctx.segment) ?? 0))
}

/** One turn per item missing to a floor, at the price a turn of fairness has in the strategy. */
export function floorContribution(missing: number, turnPrice: number, policy: Policy): number {
  return Math.min(missing, Math.max(1, policy.fairness.maxTurns)) * 1000 * Math.max(1, turnPrice)
}

export function clampTurns(shortfallThousandths: number, policy: Policy): number {
  const limit = policy.fairness.maxTurns * 1000
  return Math.max(-limit, Math.min(limit, shortfallThousandths))
}

/** What a scorer sees of one rep. */
export interface RepInContext {
  readonly index: number
  readonly view: RepView
  readonly state: RepState
}

/** What the model calls items like this one. */
export function winKey(model: WinModel, ctx: Pick<ItemContext, 'item' | 'segment'>): string {
  return model.keyOf?.(ctx.item) ?? ctx.segment
}

export function winTerm(view: RepView, ctx: ItemContext, weights: ScoreWeights, model: WinModel): Term {
  const win = model.probabilityMillionths(view.rep.id, winKey(model, ctx))
  return term('WIN_VALUE', winValueContribution(weights.winValue, win, valuePermille(ctx.item.value)), win)
}

export function industryTerm(view: RepView, ctx: ItemContext, weights: ScoreWeights): Term {
  const industry = industryFit(view, ctx.industries)
  return term('FIT_INDUSTRY', weights.fit * fitParts.industry * industry, industry)
}

export function productTerm(view: RepView, ctx: ItemContext, weights: ScoreWeights): Term {
  const product = productFit(view, ctx.products)
  return term('FIT_PRODUCT', weights.fit * fitParts.productStep * product, product)
}

export function tagsTerm(view: RepView, ctx: ItemContext, weights: ScoreWeights): Term {
  const levels = tagLevelSum(view, ctx.tags)
  return term('FIT_TAGS', tagFitContribution(weights.fit, levels, ctx.tags.length), levels)
}

/** `free` is `freeShare` in permille. */
export function headroomTerm(free: number, weights: ScoreWeights): Term {
  return term('HEADROOM', weights.headroom * free, free)
}

/** `shortfall` in thousandths of a turn. */
export function fairnessTerm(shortfall: number, weights: ScoreWeights, policy: Policy): Term {
  const turns = clampTurns(shortfall, policy)
  return term('FAIRNESS', weights.fairness * turns, turns)
}

/** `missing` is `missingToFloor`. */
export function floorTerm(missing: number, weights: ScoreWeights, policy: Policy): Term {
  return term('FLOOR', floorContribution(missing, weights.fairness, policy), missing)
}

export function continuityTerm(
  view: RepView,
  ctx: ItemContext,
  weights: ScoreWeights,
  policy: Policy,
  model: WinModel,
): Term {
  const continuity = continuityPermille(view, ctx, policy, model)
  return term('CONTINUITY', weights.continuity * continuity, continuity)
}

export function developmentTerm(view: RepView, { item }: ItemContext, weights: ScoreWeights): Term {
  const development = developmentPermille(item.value, item.difficulty, view.rep.level)
  return term('DEVELOPMENT', weights.development * development, development)
}

/** The nine terms of the scored strategy, in fixed order; zeros included, so that losers can be compared. */
export function scoredTerms(
  { index, view, state }: RepInContext,
  ctx: ItemContext,
  queue: FairnessQueue,
  weights: ScoreWeights,
  policy: Policy,
  model: WinModel,
): Term[] {
  return [
    winTerm(view, ctx, weights, model),
    industryTerm(view, ctx, weights),
    productTerm(view, ctx, weights),
    tagsTerm(view, ctx, weights),
    headroomTerm(freeShare(view, state, 1000), weights),
    fairnessTerm(queue.shortfall(index), weights, policy),
    floorTerm(missingToFloor(view.rep.limits, state, policy), weights, policy),
    continuityTerm(view, ctx, weights, policy, model),
    developmentTerm(view, ctx, weights),
  ]
}

/** Adding 0 turns a negative zero into zero: the two must not differ in JSON, codec or comparison. */
export function term(code: TermCode, contribution: number, raw: number): Term {
  return { code, contribution: contribution + 0, raw: raw + 0 }
}

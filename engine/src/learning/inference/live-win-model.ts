import type { ValueBand, WinModel, WorkItem } from '../../model/index.ts'
import { hashParts, stream } from '../../random/index.ts'
import { contentHashOf, type ModelDocument } from '../document.ts'
import { type ExplorationPolicy, normalThousandths } from '../exploration/budget.ts'
import { levelCount } from '../table/column-spec.ts'
import { OTHER, readerFor } from '../table/encode.ts'
import type { Roles } from '../train.ts'
import { logisticMillionths } from './logistic-table.ts'
import { type PairScorer, pairScorer } from './pair-scorer.ts'

/** A model as decisions use it: everything it answers by, and nothing else. Stored once per version, named by hash. */
export interface LiveModelDocument {
  readonly format: 'peineng-live-model'
  readonly formatVersion: 1
  /** Null: nothing has been proven; everybody has the base rate, so the other terms and the turns decide. */
  readonly model: ModelDocument | null
  readonly roles: Roles
  readonly baseRateMillionths: number
  /** A rep counts as average until this share (percent) of a standard error away from it. */
  readonly bandPercent: number
  /** Who may be tried out now, and with what; their budget is looked after where it is spent. */
  readonly exploration: Pick<ExplorationPolicy, 'shareThousandths' | 'tiers'> & {
    readonly repIds: readonly string[]
  }
}

/** What was believed of one rep and one item, and what of it was used. */
export interface WinBelief {
  /** The probability the decision counted with. */
  readonly usedMillionths: number
  readonly use: 'estimate' | 'average' | 'explored' | 'base-rate'
  /** The model's own estimate with its 95 % interval, as far as it is about the rep. */
  readonly estimateMillionths: number
  readonly lowMillionths: number
  readonly highMillionths: number
  /** What a rep nobody knows anything about would have on this item. */
  readonly averageMillionths: number
}

export interface LiveWinModel extends WinModel {
  keyOf(item: WorkItem): string
  believe(repId: string, item: WorkItem): WinBelief
  /** The probability without any draw: what the decision would have counted with outside the budget. */
  knownMillionths(repId: string, item: WorkItem): number
  readonly document: LiveModelDocument
}

/** What `liveWinModel` is handed by whoever knows items and history. */
export interface LiveModelSources {
  /** An item's cell in the table the model was trained on; `segment` included. */
  readonly cell: (item: WorkItem, column: string) => string | undefined
  /** Shrunken rates: answer for work of average kind and for the number of wins (D4, D5). */
  readonly rates: WinModel
}

// A lead's own part is rounded to a twentieth of a logit (at most 1.3 % of a probability), so that alike leads share
// their rows of terms instead of each making its own.
const BUCKET_MICRO = 50_000
// Draws are dealt from a deck of 32 for the same reason; the deck is shuffled anew with every version of the model.
const DECK = 32
const Z95_MILLI = 1960

/** Leaves out what only a reader wants, seals the rest. */
export function liveModelOf(
  model: ModelDocument | null,
  settings: Omit<LiveModelDocument, 'format' | 'formatVersion' | 'model' | 'baseRateMillionths'>,
  baseRateMillionths: number,
): LiveModelDocument {
  const used = model?.verdict.used === true ? model : null
  return {
    format: 'peineng-live-model',
    formatVersion: 1,
    model:
      used === null ? null : { ...used, covariance: [], covarianceSize: 0, leftOut: [], rateByTenth: [] },
    baseRateMillionths: model === null ? baseRateMillionths : model.baseRateMillionths,
    ...settings,
  }
}

/** 24 hex digits of the document and of the counts behind the rates: what a decision names. */
export function liveModelVersion(document: LiveModelDocument, ratesVersion: string): string {
  return `lm-${contentHashOf({ document, ratesVersion }).slice(0, 24)}`
}

/**
 * A learned model in decisions: win probability per rep and item, integers and table look-ups only. Where the model
 * does not know whether a rep differs from the average (the band), the rep counts as average, so that those nobody can
 * tell apart are served in turn. A budgeted share of mid and low value items counts newcomers by a Thompson draw.
 */
export function liveWinModel(document: LiveModelDocument, sources: LiveModelSources): LiveWinModel {
  const { model, roles, bandPercent, exploration } = document
  const version = liveModelVersion(document, sources.rates.version)
  const seed = hashParts([version], 7)
  const explorers = new Set(exploration.repIds)
  const tiers = new Set<ValueBand>(exploration.tiers)
  const scorers = new Map<string, PairScorer>()
  const bare = model === null ? null : onlyRoles(model, roles)
  const isNamed = repsNamedIn(model, roles)
  const rows = new Map<string, Map<string, number>>()
  const leads = model === null ? null : pairScorer(model, roles, [])
  const priorDeviation = priorDeviationOf(bare, roles)
  let lastItem: WorkItem | null = null
  let lastKey = ''

  const scorerOf = (repId: string): PairScorer => {
    const known = scorers.get(repId)
    if (known !== undefined) return known
    const made = pairScorer(bare!, roles, [repId])
    scorers.set(repId, made)
    return made
  }
  // Reps without a level of their own share one with everybody rare: what is known of that crowd is not known of them.
  const chanceOf = (repId: string, segmentLevel: number) =>
    isNamed(repId)
      ? scorerOf(repId).chance({ micro: 0, segmentLevel }, 0)
      : { micro: 0, deviationMicro: priorDeviation }
  const banded = (chance: { readonly micro: number; readonly deviationMicro: number }): number =>
    Math.abs(chance.micro) * 100 >= bandPercent * chance.deviationMicro ? chance.micro : 0
  const drawn = (repId: string, card: number): number =>
    normalThousandths(stream(hashParts([repId, String(card)], seed)).next32)
  const isExploring = (item: WorkItem): boolean =>
    explorers.size > 0 &&
    item.value !== null &&
    tiers.has(item.value) &&
    hashParts([item.id, 'explore'], seed) % 1000 < exploration.shareThousandths

  function keyOf(item: WorkItem): string {
    if (leads === null) return '-'
    if (item === lastItem) return lastKey
    const { micro, segmentLevel } = leads.prepare((column) => sources.cell(item, column))
    const card = isExploring(item) ? hashParts([item.id, 'card'], seed) % DECK : -1
    lastItem = item
    lastKey = `#${Math.round(micro / BUCKET_MICRO)}|${segmentLevel}|${card}`
    return lastKey
  }

  function partsOf(key: string): { micro: number; segmentLevel: number; card: number } {
    // Asked by segment alone: a lead of average kind in it.
    if (!key.startsWith('#'))
      return { ...(leads?.prepareSegment(key) ?? { micro: 0, segmentLevel: 0 }), card: -1 }
    const [bucket = 0, segmentLevel = 0, card = -1] = key.slice(1).split('|').map(Number)
    return { micro: bucket * BUCKET_MICRO, segmentLevel, card }
  }

  function probability(repId: string, key: string): number {
    if (model === null) return document.baseRateMillionths
    const { micro, segmentLevel, card } = partsOf(key)
    const chance = chanceOf(repId, segmentLevel)
    const own =
      card >= 0 && explorers.has(repId)
        ? chance.micro + Math.round((chance.deviationMicro * drawn(repId, card)) / 1000)
        : banded(chance)
    return logisticMillionths(micro + own)
  }

  return {
    version,
    document,
    keyOf,
    probabilityMillionths(repId, key) {
      if (key === '*') return sources.rates.probabilityMillionths(repId, key)
      const row = rows.get(key) ?? new Map<string, number>()
      if (row.size === 0) rows.set(key, row)
      const known = row.get(repId)
      if (known !== undefined) return known
      const made = probability(repId, key)
      row.set(repId, made)
      return made
    },
    wonCount: (repId, segment) => sources.rates.wonCount?.(repId, segment) ?? 0,
    knownMillionths(repId, item) {
      if (model === null) return document.baseRateMillionths
      const { micro, segmentLevel } = partsOf(keyOf(item))
      return logisticMillionths(micro + banded(chanceOf(repId, segmentLevel)))
    },
    believe(repId, item) {
      const key = keyOf(item)
      const usedMillionths = probability(repId, key)
      if (model === null) {
        const same = document.baseRateMillionths
        const none = { estimateMillionths: same, lowMillionths: same, highMillionths: same }
        return { usedMillionths, use: 'base-rate', ...none, averageMillionths: same }
      }
      const { micro, segmentLevel, card } = partsOf(key)
      const chance = chanceOf(repId, segmentLevel)
      const reach = Math.round((chance.deviationMicro * Z95_MILLI) / 1000)
      const isKnown = banded(chance) === chance.micro && chance.micro !== 0
      return {
        usedMillionths,
        use: card >= 0 && explorers.has(repId) ? 'explored' : isKnown ? 'estimate' : 'average',
        estimateMillionths: logisticMillionths(micro + chance.micro),
        lowMillionths: logisticMillionths(micro + chance.micro - reach),
        highMillionths: logisticMillionths(micro + chance.micro + reach),
        averageMillionths: logisticMillionths(micro),
      }
    },
  }
}

/**
 * Who is a newcomer to the model: little of the uncertainty about them is gone even where they are known best. Their
 * best-known segment counts, else everybody who works in few segments would be new.
 */
export function newcomersOf(
  model: ModelDocument | null,
  roles: Roles,
  repIds: readonly string[],
  belowThousandths: number,
): { readonly repId: string; readonly evidenceThousandths: number }[] {
  if (model?.verdict.used !== true || !model.terms.some((term) => term.spec.name === roles.rep)) return []
  const bare = onlyRoles(model, roles)
  const scorer = pairScorer(bare, roles, repIds)
  const isNamed = repsNamedIn(model, roles)
  const prior = priorDeviationOf(bare, roles)
  const segment = bare.terms.find((term) => term.spec.name === roles.segment)
  const levels = segment === undefined ? 1 : levelCount(segment.spec)
  const evidenceOf = (at: number): number => {
    let least = prior
    for (let segmentLevel = 0; segmentLevel < levels; segmentLevel++)
      least = Math.min(least, scorer.chance({ micro: 0, segmentLevel }, at).deviationMicro)
    return prior > 0 ? Math.max(0, Math.round(1000 * (1 - (least * least) / (prior * prior)))) : 1000
  }
  return repIds.flatMap((repId, at) => {
    const evidenceThousandths = isNamed(repId) ? evidenceOf(at) : 0
    return evidenceThousandths < belowThousandths ? [{ repId, evidenceThousandths }] : []
  })
}

/** The rep's and the segment's part alone: all that differs between reps, without readers for everything else. */
function onlyRoles(model: ModelDocument, roles: Roles): ModelDocument {
  const kept = model.terms.flatMap((term, at) =>
    term.spec.name === roles.rep || term.spec.name === roles.segment ? [at] : [],
  )
  return {
    ...model,
    terms: kept.map((at) => model.terms[at]!),
    crosses: model.crosses.flatMap((cross) => {
      const left = kept.indexOf(cross.left)
      const right = kept.indexOf(cross.right)
      return left >= 0 && right >= 0 ? [{ ...cross, left, right }] : []
    }),
  }
}

function repsNamedIn(model: ModelDocument | null, roles: Roles): (repId: string) => boolean {
  const term = model?.terms.find((one) => one.spec.name === roles.rep)
  if (term === undefined) return () => false
  const reader = readerFor(term.spec)
  return (repId) => reader.level(repId) > OTHER
}

/** How far reps differ at all, match with the segment included. */
function priorDeviationOf(bare: ModelDocument | null, roles: Roles): number {
  const rep = bare?.terms.find((term) => term.spec.name === roles.rep)?.priorDeviationMicro ?? 0
  const cross = bare?.crosses[0]?.priorDeviationMicro ?? 0
  return Math.round(Math.sqrt(rep * rep + cross * cross))
}

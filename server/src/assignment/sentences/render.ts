import {
  type ExclusionCode,
  exclusionCodes,
  type Gauge,
  type Problem,
  type Proposal,
  type Reason,
  type ReleaseCondition,
  type Term,
} from '@peineng/engine'
import type { Language } from '../../platform/http/principal.ts'
import { saysProblem } from '../../policies/index.ts'
import type { SentenceCatalogue, Words } from './catalogue.ts'
import { en } from './en.ts'
import { zhCN } from './zh-cn.ts'

export const sentenceCatalogues: Readonly<Record<Language, SentenceCatalogue>> = { 'zh-CN': zhCN, en }

/** What a sentence needs besides codes: how people are called, and whose clock to read. */
export interface SentenceContext {
  readonly nameOf?: (repId: string) => string
  /** IANA zone; default Asia/Shanghai. */
  readonly timeZone?: string
}

type Values = Readonly<Record<string, string | number | undefined>>

function wordsOf(values: Values): Words {
  const shown = (key: string): string => String(values[key] ?? '')
  return Object.assign(shown, { has: (key: string) => values[key] !== undefined })
}

// Formatters cost ~50 µs each and a run renders thousands of sentences.
const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()
function format<T extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => T): T {
  const known = formats.get(key) as T | undefined
  if (known) return known
  const made = make()
  formats.set(key, made)
  return made
}

const number = (value: number, lang: Language, digits: number, signed = false): string =>
  format(`n${lang}${digits}${signed}`, () => {
    const signDisplay = signed ? 'exceptZero' : 'auto'
    return new Intl.NumberFormat(lang, { maximumFractionDigits: digits, signDisplay })
  }).format(value)

const percent = (share: number, lang: Language): string =>
  format(
    `p${lang}`,
    () => new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 1 }),
  ).format(share)

const moment = (at: number, lang: Language, timeZone = 'Asia/Shanghai'): string =>
  format(
    `t${lang}${timeZone}`,
    () =>
      new Intl.DateTimeFormat(lang, {
        timeZone,
        month: 'numeric',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
  ).format(at)

const isExclusion = (key: string): key is ExclusionCode => (exclusionCodes as readonly string[]).includes(key)

/** `负荷已满 3 人、不在岗 2 人` from the counts per exclusion code that a waiting reason carries. */
function exclusionSummary(params: Reason['params'], lang: Language): string | undefined {
  const catalogue = sentenceCatalogues[lang]
  const parts = Object.entries(params).flatMap(([key, count]) =>
    isExclusion(key)
      ? [
          lang === 'en'
            ? `${count} × ${catalogue.exclusions[key]}`
            : `${count} 人${catalogue.exclusions[key]}`,
        ]
      : [],
  )
  return parts.length === 0 ? undefined : parts.join(catalogue.separator)
}

/** Parameters in thousandths of a point. */
const points: ReadonlySet<string> = new Set(['total', 'margin', 'value', 'price', 'gain'])

/** Why the item ended where it ended, as one plain sentence. */
export function renderReason(reason: Reason, lang: Language, context: SentenceContext = {}): string {
  const catalogue = sentenceCatalogues[lang]
  const values: Record<string, string | number | undefined> = {}
  for (const [key, value] of Object.entries(reason.params)) {
    // A tie has no lead to speak of.
    if ((key === 'margin' || key === 'gain') && Number(value) <= 0) continue
    if (points.has(key)) values[key] = number(Number(value) / 1000, lang, 1)
    // Without names to hand the sentence says "the next", never an id.
    else if (key === 'runnerUp' || key === 'from') values[key] = context.nameOf?.(String(value)) ?? ''
    else if (key === 'relaxesAt') values[key] = moment(Number(value), lang, context.timeZone)
    else
      values[key] = Array.isArray(value)
        ? value.join(catalogue.separator)
        : typeof value === 'number'
          ? number(value, lang, 0)
          : String(value)
  }
  values['exclusions'] = exclusionSummary(reason.params, lang)
  return catalogue.reasons[reason.code](wordsOf(values))
}

/** Why a candidate was out. */
export function renderExclusion(code: ExclusionCode, lang: Language): string {
  return sentenceCatalogues[lang].exclusions[code]
}

/** Which threshold it was, where it follows the rep's own days (E8). */
export function renderPersonalLimit(gauge: Gauge, lang: Language, timeZone?: string): string | null {
  if (gauge.personal === undefined) return null
  const words = wordsOf({
    value: number(gauge.threshold, lang, 0),
    start: number(gauge.personal.start, lang, 0),
    since: moment(gauge.personal.since, lang, timeZone),
  })
  return sentenceCatalogues[lang].personalLimit(words)
}

/** One contribution with what it came from. `raw` means something else per code; see the engine's score terms. */
export function renderTerm(term: Term, lang: Language): string {
  const { raw } = term
  const values: Values = {
    points: number(term.contribution / 1000, lang, 1, true),
    raw: number(raw, lang, 0),
    percent: percent(raw / 1_000_000, lang),
    permille: percent(raw / 1000, lang),
    share: percent(raw / 100_000, lang),
    turns: number(Math.abs(raw) / 1000, lang, 1),
    load: number(raw / 100, lang, 1),
    yes: raw > 0 ? 1 : undefined,
    named: raw >= 2 ? 1 : undefined,
    owner: raw >= 1000 ? 1 : undefined,
    owed: raw > 0 ? 1 : undefined,
    ahead: raw < 0 ? 1 : undefined,
  }
  return sentenceCatalogues[lang].terms[term.code](wordsOf(values))
}

/** What will release a waiting item. */
export function renderRelease(
  release: ReleaseCondition,
  lang: Language,
  context: SentenceContext = {},
): string {
  const at = 'at' in release && release.at !== null ? moment(release.at, lang, context.timeZone) : undefined
  return sentenceCatalogues[lang].releases[release.kind](wordsOf({ at }))
}

export function renderProposal(proposal: Proposal, lang: Language, context: SentenceContext = {}): string {
  const name = (id: string): string => context.nameOf?.(id) ?? id
  const { separator, proposals } = sentenceCatalogues[lang]
  const members = proposal.memberRepIds.map(name).join(separator)
  const values: Values = { lead: name(proposal.leadRepId), members: members === '' ? undefined : members }
  return proposals[proposal.code](wordsOf(values))
}

/** What is wrong at a place of a document, and what would be right. */
export const renderProblem = (problem: Problem, lang: Language): string => saysProblem(problem)[lang]

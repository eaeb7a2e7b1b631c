/**
 * Learning: fit of 50 000 × 30, cost of scoring a pair, quality of the pick, X Education.
 * Ours and a yardstick in the same run, CPU seconds of one thread; the published figures are named beside.
 */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Papa from 'papaparse'
import type { Design, Fit } from '../engine/src/learning/fit/design.ts'
import { fitHierarchicalLogit } from '../engine/src/learning/fit/hierarchical-logit.ts'
import { pairScorer, rowScorer, tableOf, trainModel } from '../engine/src/learning/index.ts'
import { normal, syntheticHistory } from '../engine/src/learning/synthetic-history.ts'
import { stream } from '../engine/src/random/index.ts'

const ROWS = 50_000
const REPS = 200
const SEGMENTS = 20
const NUMBERS = 28

function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const spent = process.cpuUsage(before)
  return (spent.user + spent.system) / 1e6
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!

/** 200 reps × 20 skewed segments, 28 numbers of which 14 say something, rep×segment effects of sd 0.5. */
function generate() {
  const random = stream(2024)
  const draws = (count: number, spread: number) =>
    Float64Array.from({ length: count }, () => spread * normal(random))
  const repEffect = draws(REPS, 0.4)
  const segmentEffect = draws(SEGMENTS, 0.5)
  const matchEffect = draws(REPS * SEGMENTS, 0.5)
  const slope = Float64Array.from({ length: NUMBERS }, (_, i) =>
    i < 14 ? 0.3 * (i % 2 === 0 ? 1 : -1) * (1 - i / 20) : 0,
  )
  const numeric = Array.from({ length: NUMBERS }, () => new Float64Array(ROWS))
  const rep = new Int32Array(ROWS)
  const segment = new Int32Array(ROWS)
  const cell = new Int32Array(ROWS)
  const won = new Uint8Array(ROWS)
  for (let row = 0; row < ROWS; row++) {
    rep[row] = random.nextInt(REPS)
    segment[row] = Math.floor(SEGMENTS * random.nextUnit() ** 2)
    cell[row] = rep[row]! * SEGMENTS + segment[row]!
    let logit = -1.6 + repEffect[rep[row]!]! + segmentEffect[segment[row]!]! + matchEffect[cell[row]!]!
    for (let i = 0; i < NUMBERS; i++) {
      const x = normal(random)
      numeric[i]![row] = x
      logit += slope[i]! * (i % 5 === 4 ? Math.abs(x) - 0.8 : x)
    }
    won[row] = random.nextUnit() < 1 / (1 + Math.exp(-logit)) ? 1 : 0
  }
  const weight = new Float64Array(ROWS).fill(1)
  const groups = [
    { levels: REPS, index: rep },
    { levels: SEGMENTS, index: segment },
    { levels: REPS * SEGMENTS, index: cell },
  ]
  const design: Design = { rows: ROWS, won, weight, numeric, groups }
  return { design, repEffect, matchEffect, segmentEffect }
}

/** Yardstick: the same Newton steps for main effects only, as an off-the-shelf logistic regression would fit them. */
function mainEffects(design: Design): Fit {
  return fitHierarchicalLogit({ ...design, groups: design.groups.slice(0, 2) })
}

/** Mean true probability of the best-ranked of ten random reps over 2 000 leads: what a decision gains from a model. */
function pick(history: ReturnType<typeof generate>, score: (rep: number, segment: number) => number): number {
  const random = stream(7)
  let sum = 0
  for (let lead = 0; lead < 2000; lead++) {
    const segment = Math.floor(SEGMENTS * random.nextUnit() ** 2)
    const common = -1.6 + history.segmentEffect[segment]! + 0.9 * normal(random)
    let best = -1
    let bestScore = Number.NEGATIVE_INFINITY
    for (let k = 0; k < 10; k++) {
      const rep = random.nextInt(REPS)
      const value = score(rep, segment)
      if (value > bestScore) {
        best = rep
        bestScore = value
      }
    }
    sum +=
      1 /
      (1 + Math.exp(-(common + history.repEffect[best]! + history.matchEffect[best * SEGMENTS + segment]!)))
  }
  return sum / 2000
}

function benchFit(): void {
  const history = generate()
  let ours: Fit | undefined
  let plain: Fit | undefined
  const runs = [0, 1, 2].map(() =>
    cpuSeconds(() => {
      ours = fitHierarchicalLogit(history.design)
    }),
  )
  const yard = [0, 1, 2].map(() =>
    cpuSeconds(() => {
      plain = mainEffects(history.design)
    }),
  )
  const [rep, , cell] = ours!.effects
  const plainRep = plain!.effects[0]!
  const oracle = pick(history, (r, s) => history.repEffect[r]! + history.matchEffect[r * SEGMENTS + s]!)
  const random = pick(history, (r, s) => (r * 7919 + s * 104_729) % 1009)
  const byUs = pick(history, (r, s) => rep![r]! + cell![r * SEGMENTS + s]!)
  const byMain = pick(history, (r) => plainRep[r]!)
  print('fit 50 000 × 30 (rep, segment, rep×segment, 28 numbers)', [
    ['ours, hierarchical', `${median(runs).toFixed(2)} CPU s, ${ours!.rounds} rounds`],
    ['yardstick, main effects only, same solver', `${median(yard).toFixed(2)} CPU s`],
    ['ratio ours / yardstick', (median(runs) / median(yard)).toFixed(2)],
    ['mark', '≤ 1 CPU s (published: scikit-learn logistic regression with interactions 1.8 s)'],
  ])
  print('pick: true win rate of the best-ranked of ten reps', [
    ['random / oracle', `${random.toFixed(4)} / ${oracle.toFixed(4)}`],
    ['ours', byUs.toFixed(4)],
    ['yardstick, main effects only', byMain.toFixed(4)],
    [
      'share of the reachable gain, ours vs yardstick',
      `${percent((byUs - random) / (oracle - random))} vs ${percent((byMain - random) / (oracle - random))}`,
    ],
  ])
}

function benchPairs(): void {
  const history = syntheticHistory({ rows: 20_000, seed: 3, reps: REPS, segments: SEGMENTS })
  const roles = { rep: 'rep', segment: 'segment' }
  const model = trainModel({ table: history.table, label: 'stage', exclude: ['arrived'], roles })
  const ids = Array.from({ length: REPS }, (_, rep) => `rep-${rep}`)
  const scorer = pairScorer(model, roles, ids)
  const out = new Int32Array(REPS)
  const leads = Array.from({ length: SEGMENTS }, (_, s) => scorer.prepareSegment(`segment-${s}`))
  const rounds = 40_000
  let check = 0
  const ours = cpuSeconds(() => {
    for (let i = 0; i < rounds; i++) {
      scorer.scorePairs(leads[i % SEGMENTS]!, out)
      check += out[i % REPS]!
    }
  })
  const effects = new Map(
    ids.map((id, rep) => [
      id,
      new Map(leads.map((lead, s) => [`segment-${s}`, scorer.chance(lead, rep).micro / 1e6])),
    ]),
  )
  const objectRounds = 4000
  const naive = cpuSeconds(() => {
    for (let i = 0; i < objectRounds; i++) {
      const segment = `segment-${i % SEGMENTS}`
      const base = leads[i % SEGMENTS]!.micro / 1e6
      const scores = ids.map((id) => 1 / (1 + Math.exp(-(base + effects.get(id)!.get(segment)!))))
      check += scores[i % REPS]!
    }
  })
  const oursNs = (ours / (rounds * REPS)) * 1e9
  const naiveNs = (naive / (objectRounds * REPS)) * 1e9
  print(`score a pair (200 reps per lead${check > 0 ? '' : '!'})`, [
    ['ours, integers from a table', `${oursNs.toFixed(1)} ns`],
    ['yardstick, maps and Math.exp', `${naiveNs.toFixed(1)} ns`],
    ['ratio ours / yardstick', (oursNs / naiveNs).toFixed(3)],
    ['mark', '≤ 40 ns'],
  ])
}

function benchEducation(): void {
  const folder = resolve(process.cwd(), process.env['PEINENG_DATA'] ?? '../shared/data')
  const path = resolve(folder, 'x-education/leads-train.csv.gz')
  if (!existsSync(path)) {
    console.warn(`SKIPPED: X Education, because ${path} is not there (set PEINENG_DATA)`)
    return
  }
  const [header, ...rows] = Papa.parse<string[]>(gunzipSync(readFileSync(path)).toString('utf8'), {
    skipEmptyLines: true,
  }).data
  const table = tableOf(
    header!,
    header!.map((_, column) => rows.map((row) => row[column] ?? '')),
  )
  let model: ReturnType<typeof trainModel> | undefined
  const seconds = cpuSeconds(() => {
    model = trainModel({ table, label: 'Converted' })
  })
  const metrics = model!.validation.model!
  const scorer = rowScorer(model!)
  const at = new Map(header!.map((name, column) => [name, column]))
  const scoring = cpuSeconds(() => {
    for (let row = 0; row < table.rows; row++) scorer.score((name) => table.values[at.get(name) ?? -1]?.[row])
  })
  const figure = (interval: { value: number; low: number; high: number }) =>
    `${interval.value.toFixed(4)} [${interval.low.toFixed(4)}, ${interval.high.toFixed(4)}]`
  print('X Education, rows the fit had not seen, columns suspected of leakage left out', [
    ['AUC (mark, logistic regression: ≥ 0.825)', figure(metrics.auc)],
    ['log-loss (mark: ≤ 0.496)', figure(metrics.logLoss)],
    ['ECE (mark: ≤ 0.045)', figure(metrics.ece)],
    ['six fits, leakage checks, intervals', `${seconds.toFixed(2)} CPU s`],
    ['score a row of text with its interval', `${((scoring / table.rows) * 1e6).toFixed(1)} µs`],
    [
      'left out as suspects',
      model!.leftOut
        .filter((c) => c.why === 'suspected-leakage')
        .map((c) => c.name)
        .join(', '),
    ],
  ])
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function print(title: string, rows: readonly (readonly [string, string])[]): void {
  console.log(`\n## ${title}\n\n| | |\n|---|---|`)
  for (const [name, value] of rows) console.log(`| ${name} | ${value} |`)
}

benchFit()
benchPairs()
benchEducation()

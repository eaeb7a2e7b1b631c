import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Language } from '../platform/http/principal.ts'
import { timeCell } from './assign/cell-values.ts'
import { type LineOutput, openOrderedFile } from './assign/ordered-output.ts'
import { type Inputs, readInputs } from './assign/read-inputs.ts'
import { isInOrder, runAssignment, understandLeads } from './assign/run-assignment.ts'
import { snapshotOf } from './assign/snapshot.ts'
import { summarise } from './assign/summary.ts'
import { type Command, type CommandIo, UsageError } from './command.ts'

const usage = `Usage: peineng assign --leads leads.csv --reps reps.csv [options] --out decisions.jsonl

Runs the assignment engine alone, without a database: one line of JSON per lead in the order of the input, with the
rep, the reason, every candidate with its terms or its exclusion, and the propensities. A summary goes to stderr.

  --leads <file>     only the column id is required; also name, company, phone, email, source, region, city, industry,
                     product, amount (yuan, 12万), value (high|mid|low, 高/中/低), difficulty (easy|medium|hard,
                     易/中/难), tags, createdAt, priority, owner (of the customer), and the scoring parameters.
                     Any other column becomes a custom attribute that rules may name.
  --reps <file>      only id is required; also name, team, roles, regions, industries, products, tags (骨科:5 gives a
                     level), level (newcomer|growing|senior), weight, capacity (items), capacityPoints (points),
                     dailyMax, weeklyMax, monthlyMax, dailyMin …, timeZone, workingHours (Mon-Fri 09:00-18:00; absent =
                     always), leave (2026-12-01/2026-12-05), status, load, openItems, receivedToday …
                     A region covers what lies in it (华东, 江苏, 南京市); none, or 全国, covers everything.
                     Without capacity and capacityPoints the load gauge of the policy holds (10 points).
  --history <file>   leadId, repId, outcome (won|lost|open), closedAt, value and columns of leads: teaches win rates,
                     performance, and who won this type of customer before. Open rows are not losses, and not load.
  --policy <file>    JSON; its keys are laid over the default policy: objects merge, lists are replaced, null takes a
                     key away (engine/policy.schema.json). Or a preset: equal, manual, rotation, attributes, smart.
  --seed <n>         default 1; the same input and seed give the same bytes
  --now <time>       the moment of deciding, 2026-11-23T09:00:00+08:00; default the newest createdAt
  --lang <language>  of the sentences: zh-CN (default) or en
  --out <file>       default: standard output

CSV with , ; tab or | as delimiter, in UTF-8, UTF-16 or GBK/GB18030; headers in English or Chinese; several values in a
cell are separated by ; (or 、).
`

function languageOf(given: string | undefined): Language {
  if (given === undefined || given === 'zh-CN' || given === 'zh') return 'zh-CN'
  if (given === 'en') return 'en'
  throw new UsageError(`--lang takes zh-CN or en, not "${given}"`)
}

function seedOf(given: string | undefined): number {
  const seed = Number(given ?? '1')
  if (Number.isSafeInteger(seed) && given !== '') return seed
  throw new UsageError(`--seed takes a whole number, not "${given}"`)
}

/** The moment of deciding; null where neither the command line nor any lead names a time. */
function nowOf(given: string | undefined, inputs: Inputs): number | null {
  if (given !== undefined) {
    const at = timeCell(given, inputs.policy.policy.timeZone)
    if (at === undefined)
      throw new UsageError(`--now takes a time like 2026-11-23T09:00:00+08:00, not "${given}"`)
    return at
  }
  return inputs.leads.reduce<number | null>(
    (newest, { createdAt }) => (createdAt === undefined ? newest : Math.max(newest ?? createdAt, createdAt)),
    null,
  )
}

const timeless: Readonly<Record<Language, string>> = {
  'zh-CN': '没有任何时间（createdAt 或 --now），工作时间和休假不生效\n',
  en: 'No time is known (createdAt or --now): working hours and leave are not applied\n',
}

const standardOutput = (io: CommandIo, lines: string[] = []): LineOutput => ({
  write: async (place, parts) => {
    lines[place] = parts.join('')
  },
  finish: async () => io.stdout(lines.join('')),
  discard: async () => undefined,
})

export const assign: Command = {
  name: 'assign',
  summary: 'assign leads of a CSV file to reps of another, with reasons, without a database',
  usage,
  async run(args, io) {
    const text = { type: 'string' } as const
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...{ leads: text, reps: text, history: text, policy: text },
        ...{ seed: text, now: text, lang: text, out: text },
      },
    })
    const { leads, reps } = values
    if (leads === undefined || reps === undefined)
      throw new UsageError('Name the files with --leads and --reps.')
    const lang = languageOf(values.lang)
    const seed = seedOf(values.seed)
    const read = await readInputs(
      { leads, reps, history: values.history, policy: values.policy },
      io.cwd,
      lang,
    )
    const known = nowOf(values.now, read)
    const now = known ?? 0
    if (known === null && read.reps.some(({ schedule }) => schedule.hours !== null)) io.stderr(timeless[lang])
    const inputs = known === null ? withoutSchedules(read) : read

    const policy = inputs.policy.policy
    const snapshot = snapshotOf(inputs.reps, inputs.historyAt?.(now) ?? null, policy, now, seed)
    const understood = understandLeads(inputs, now)
    const output =
      values.out === undefined
        ? standardOutput(io)
        : await openOrderedFile(resolve(io.cwd, values.out), isInOrder(understood))
    try {
      const { tally, states } = await runAssignment(inputs, snapshot, understood, output, lang, io.signal)
      await output.finish()
      io.stderr(summarise(tally, snapshot.roster.reps, states, policy.workload.underloadPercent, lang))
      return 0
    } finally {
      await output.discard()
    }
  },
}

/** Without any time nobody can be said to be off duty. */
function withoutSchedules(inputs: Inputs): Inputs {
  const reps = inputs.reps.map((row) => ({
    ...row,
    schedule: { timeZone: row.schedule.timeZone, hours: null },
  }))
  return { ...inputs, reps }
}

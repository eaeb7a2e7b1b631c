import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { type CompiledPolicy, compilePolicy, defaultPolicy, type Gauge, isTimeZone } from '@peineng/engine'
import type { SheetKind } from '../../intake/mapping/header-aliases.ts'
import type { Language } from '../../platform/http/principal.ts'
import { CommandProblem } from '../command.ts'
import { coveredPlaces } from './cover-places.ts'
import { checkedPolicy, isPreset, type PolicySource, policyDocument } from './load-policy.ts'
import { type History, readHistory } from './read-history.ts'
import { type LeadRow, readLeads } from './read-leads.ts'
import { type RepRow, readReps } from './read-reps.ts'
import { readSheet, type Sheet } from './sheet.ts'
import { describeSheetProblems, type SheetProblem } from './sheet-problem.ts'

export interface InputFiles {
  readonly leads: string
  readonly reps: string
  readonly history?: string | undefined
  readonly policy?: string | undefined
}

export interface Inputs {
  readonly policy: CompiledPolicy
  readonly leads: readonly LeadRow[]
  readonly reps: readonly RepRow[]
  readonly historyAt: ((now: number) => History) | null
  /** Id of the rep somebody means by id or by name; the text itself where nobody in the roster is meant. */
  readonly repIdOf: (text: string) => string
}

async function bytesOf(cwd: string, path: string): Promise<Uint8Array> {
  try {
    return await readFile(resolve(cwd, path))
  } catch (error) {
    throw new CommandProblem(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** A file of that name, else the preset of that name. */
async function policySource(cwd: string, given: string | undefined): Promise<PolicySource | undefined> {
  if (given === undefined) return undefined
  try {
    return { name: basename(given), text: await readFile(resolve(cwd, given), 'utf8') }
  } catch (error) {
    if (isPreset(given)) return { name: given }
    throw new CommandProblem(`${given}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Reps by id, then by name where only one bears it. */
function repFinder(reps: readonly RepRow[]): (text: string) => string {
  const ids = new Set(reps.map(({ rep }) => rep.id))
  const byName = new Map<string, string | null>()
  for (const { rep } of reps) byName.set(rep.name, byName.has(rep.name) ? null : rep.id)
  return (text) => (ids.has(text) ? text : (byName.get(text) ?? text))
}

/** The zone and gauges a policy document states, before it could be checked: reading sheets needs them. */
function readingTerms(document: unknown): { readonly timeZone: string; readonly gauges: readonly Gauge[] } {
  const { timeZone, gauges } = defaultPolicy()
  const stated = document as { readonly timeZone?: unknown; readonly gauges?: unknown }
  const zone = stated.timeZone
  return {
    timeZone: typeof zone === 'string' && isTimeZone(zone) ? zone : timeZone,
    gauges: Array.isArray(stated.gauges) ? (stated.gauges as readonly Gauge[]) : gauges,
  }
}

/** Every place a lead names, as it names it. */
function placesOf(leads: readonly LeadRow[]): ReadonlySet<string> {
  const named = leads.flatMap(({ facts }) => [facts['region'], facts['city']])
  return new Set(named.filter((place) => typeof place === 'string'))
}

/** Reads and checks all files before anything is decided; every problem of the sheets is reported at once. */
export async function readInputs(files: InputFiles, cwd: string, lang: Language): Promise<Inputs> {
  const problems: SheetProblem[] = []
  const sheet = async (path: string, kind: SheetKind): Promise<Sheet> =>
    readSheet(basename(path), kind, await bytesOf(cwd, path), problems)

  const document = policyDocument(await policySource(cwd, files.policy), lang)
  const terms = readingTerms(document)
  const { leads, customFields, keyOfHeader } = readLeads(
    await sheet(files.leads, 'lead'),
    terms.timeZone,
    problems,
  )
  const name = files.policy === undefined ? 'policy' : basename(files.policy)
  const policy = compilePolicy(checkedPolicy(document, name, customFields, keyOfHeader, lang), customFields)
  const places = placesOf(leads)
  const reps = readReps(await sheet(files.reps, 'rep'), terms, problems).map((row) => ({
    ...row,
    rep: { ...row.rep, territories: coveredPlaces(row.rep.territories, places) },
  }))
  const repIdOf = repFinder(reps)
  const history =
    files.history === undefined
      ? null
      : readHistory(await sheet(files.history, 'history'), policy, repIdOf, problems)
  if (problems.length > 0) throw new CommandProblem(describeSheetProblems(problems, lang))
  return { policy, leads, reps, historyAt: history?.historyAt ?? null, repIdOf }
}

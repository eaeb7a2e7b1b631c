import { parseWorkingHours } from '@peineng/engine'
import { listTeams, listTerritories, type RepInput } from '../../people/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import { says } from '../../platform/errors/sentences/index.ts'
import type { ParsedRow } from './parse-row.ts'
import type { RowProblem } from './run-state.ts'
import { given, listOf, numberOf, type TakeContext, type Taken, type Taker, textOf } from './taker.ts'

/** Reps out of a file: their teams and territories are made where they are missing. */
export const repTaker: Taker = {
  keyOf: (row) => textOf(row, 'id') ?? textOf(row, 'name') ?? row.hash,
  async take(db, context, rows, problems, now) {
    const { people } = context.assignment.services
    const teams = new Map((await listTeams(db)).map((team) => [team.name, team.id]))
    const territories = new Set((await listTerritories(db)).flatMap((t) => [t.name, ...t.aliases]))
    const known = new Map(
      (
        await db.query<{ name: string }>(
          `select name from rep_place where tenant_id = $1 and name = any($2::text[]) and status <> 'inactive'`,
          [db.tenantId, rows.map((row) => textOf(row, 'name') ?? '')],
        )
      ).map((rep) => [rep.name, true]),
    )
    const taken: Taken[] = []
    for (const row of rows) {
      const name = textOf(row, 'name') ?? ''
      // Without a key of its own a second rep of one name cannot be told from the first.
      if (textOf(row, 'id') === undefined && known.has(name)) {
        taken.push({ row: row.number, what: 'duplicate', entityId: null })
        continue
      }
      const team = textOf(row, 'team')
      if (team !== undefined && !teams.has(team))
        teams.set(team, (await people.createTeam(db, now, context.actor, { name: team })).id)
      for (const region of listOf(row, 'regions') ?? [])
        if (!territories.has(region)) {
          await people.createTerritory(db, now, context.actor, { kind: 'region', name: region })
          territories.add(region)
        }
      const input = inputOf(context, row, team === undefined ? null : (teams.get(team) ?? null), problems)
      if (input === null) taken.push({ row: row.number, what: 'failed' })
      else taken.push(await save(db, context, row, { ...input, name }, problems, now))
    }
    return taken
  },
}

async function save(
  db: TenantWriter,
  context: TakeContext,
  row: ParsedRow,
  input: RepInput & { readonly name: string },
  problems: RowProblem[],
  now: number,
): Promise<Taken> {
  try {
    const { rep, created } = await context.assignment.services.people.saveRep(db, now, context.actor, {
      ...input,
      externalId: repTaker.keyOf(row),
    })
    return created
      ? { row: row.number, what: 'created', entityId: rep.id }
      : { row: row.number, what: 'duplicate', entityId: rep.id }
  } catch (error) {
    // Refused before anything was written: the row is told, the others go on.
    if (!(error instanceof ProblemError) || error.code !== 'VALIDATION_FAILED') throw error
    for (const { field, code, message } of error.details.errors ?? [])
      problems.push({
        row: row.number,
        severity: 'error',
        header: context.headerOf(field.split('.').at(-1) ?? field),
        code,
        given: textOf(row, field.split('.').at(-1) ?? field) ?? '',
        expected: message,
      })
    return { row: row.number, what: 'failed' }
  }
}

const levels: Readonly<Record<string, 'newcomer' | 'growing' | 'senior'>> = {
  newcomer: 'newcomer',
  junior: 'newcomer',
  新人: 'newcomer',
  初级: 'newcomer',
  growing: 'growing',
  mid: 'growing',
  成长型: 'growing',
  成长: 'growing',
  中级: 'growing',
  senior: 'senior',
  资深: 'senior',
  高级: 'senior',
}

const statuses: Readonly<Record<string, 'active' | 'paused' | 'inactive'>> = {
  active: 'active',
  true: 'active',
  在职: 'active',
  正常: 'active',
  paused: 'paused',
  暂停: 'paused',
  inactive: 'inactive',
  false: 'inactive',
  离职: 'inactive',
  停用: 'inactive',
}

function inputOf(
  context: TakeContext,
  row: ParsedRow,
  teamId: string | null,
  problems: RowProblem[],
): Omit<RepInput, 'name'> | null {
  const word = <T>(field: string, words: Readonly<Record<string, T>>): T | undefined => {
    const text = textOf(row, field)
    if (text === undefined) return undefined
    const value = Object.hasOwn(words, text.toLowerCase()) ? words[text.toLowerCase()] : undefined
    if (value === undefined)
      problems.push({
        row: row.number,
        severity: 'warning',
        header: context.headerOf(field),
        code: 'not_one_of',
        given: text,
        expected: says('wants_options', { options: Object.keys(words) }),
      })
    return value
  }
  const hours = textOf(row, 'workingHours')
  if (hours !== undefined && !parseWorkingHours(hours).ok) {
    problems.push({
      row: row.number,
      severity: 'error',
      header: context.headerOf('workingHours'),
      code: 'not_working_hours',
      given: hours,
      expected: 'wants_working_hours',
    })
    return null
  }
  const items = numberOf(row, 'capacity')
  const points = numberOf(row, 'capacityPoints')
  const gauges = [
    ...(items === undefined
      ? []
      : [{ name: 'open_items' as const, threshold: items, action: 'pause' as const }]),
    ...(points === undefined
      ? []
      : [{ name: 'load_index' as const, threshold: Math.round(points * 100), action: 'pause' as const }]),
  ]
  const limits = given(
    Object.fromEntries(
      ['dailyMax', 'weeklyMax', 'monthlyMax', 'dailyMin', 'weeklyMin', 'monthlyMin'].map((key) => [
        key,
        numberOf(row, key),
      ]),
    ),
  )
  return given({
    teamId,
    roles: listOf(row, 'roles'),
    territories: listOf(row, 'regions'),
    industries: listOf(row, 'industries'),
    productLines: listOf(row, 'products'),
    level: word('level', levels),
    status: word('status', statuses),
    weight: numberOf(row, 'weight'),
    timeZone: textOf(row, 'timeZone'),
    workingHours: hours,
    ...(gauges.length === 0 ? {} : { gauges }),
    ...(Object.keys(limits).length === 0 ? {} : { limits }),
  }) as Omit<RepInput, 'name'>
}

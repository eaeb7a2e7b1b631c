import { parseArgs } from 'node:util'
import { verifyTenant } from '../assignment/index.ts'
import { composeSlices } from '../compose.ts'
import { type Command, CommandProblem } from './command.ts'
import { withPlatform } from './with-platform.ts'

export const verify: Command = {
  name: 'verify',
  summary: 'replay decisions and walk the chain: identical, or the first difference',
  usage: `Usage: peineng verify [--tenant slug] [--last n | --all]

Replays the newest decisions of a company (default 1,000; --all for every one) through the engine, compares each with
what was stored, checks its content hash, and walks the hash chain from its first link. Works beside a running server.
Exit code 0: all identical and the chain whole; 1: something differs, and what.

  --tenant slug  which company; may be left out where there is one
  --last n       how many of the newest to replay (default 1000)
  --all          replay every decision
`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        tenant: { type: 'string' },
        last: { type: 'string', default: '1000' },
        all: { type: 'boolean' },
      },
    })
    const last = values.all === true ? Number.MAX_SAFE_INTEGER : Number(values.last)
    if (!Number.isSafeInteger(last) || last < 1)
      throw new CommandProblem('--last takes a whole number from 1 on')
    return withPlatform(io, async (platform) => {
      const slices = composeSlices(platform)
      const tenantId = await theTenant(slices, values.tenant)
      const report = await platform.database.read(tenantId, (db) => verifyTenant(db, slices.policies, last))
      io.stdout(
        `chain: ${report.chain.brokenAt === null ? 'whole' : `BROKEN at link ${report.chain.brokenAt}`}, ` +
          `${report.chain.links} links, ${report.chain.unsealed} not sealed yet\n` +
          `decisions: ${report.checked} checked, ${report.identical} identical, ${report.byHand} by people (not replayable), ` +
          `${report.inputErased} with erased input, ${report.engineChanged} by another engine version, ` +
          `${report.different.length} different\n`,
      )
      for (const one of report.different.slice(0, 20)) io.stdout(`  ${one.decisionId}: ${one.what}\n`)
      return report.chain.brokenAt === null && report.different.length === 0 ? 0 : 1
    })
  },
}

async function theTenant(
  slices: ReturnType<typeof composeSlices>,
  slug: string | undefined,
): Promise<string> {
  if (slug !== undefined) {
    const id = await slices.identity.tenantBySlug(slug)
    if (id === null) throw new CommandProblem(`There is no company "${slug}".`)
    return id
  }
  const [only, ...more] = await slices.identity.allTenantIds()
  if (only === undefined) throw new CommandProblem('There is no company in this database.')
  if (more.length > 0) throw new CommandProblem('There are several companies here: name one with --tenant.')
  return only
}

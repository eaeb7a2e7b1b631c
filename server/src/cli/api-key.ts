import { parseArgs } from 'node:util'
import {
  createIdentity,
  type Identity,
  isRoleName,
  type PermissionName,
  permissionNames,
  roleNames,
} from '../identity/index.ts'
import { type Command, CommandProblem, UsageError } from './command.ts'
import { nearest } from './nearest.ts'
import { withPlatform } from './with-platform.ts'

const DAY_MS = 86_400_000

export const apiKey: Command = {
  name: 'api-key',
  summary: 'make a key for the API: api-key create --role admin --name <name>',
  usage: `Usage: peineng api-key create --role <role> --name <name> [--tenant <slug>] [--scope <permission>]... [--days <n>]

Prints the key, once: it is stored hashed and cannot be shown again. Works beside a running server.

  --role <role>         ${roleNames.join(' | ')}
  --name <name>         so that people can tell their keys apart
  --tenant <slug>       the company; may be left out where there is one
  --scope <permission>  narrows the key to this permission; repeat for several (default: all of the role)
  --days <n>            ends after so many days (default: never)
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        role: { type: 'string' },
        name: { type: 'string' },
        tenant: { type: 'string' },
        scope: { type: 'string', multiple: true },
        days: { type: 'string' },
      },
      allowPositionals: true,
    })
    if (positionals.length !== 1 || positionals[0] !== 'create')
      throw new UsageError('Say: peineng api-key create')
    const { role, name } = values
    if (role === undefined || !isRoleName(role))
      throw new UsageError(`--role must be one of ${roleNames.join(', ')}`)
    if (name === undefined || name.trim() === '') throw new UsageError('--name is missing')
    const scopes = values.scope?.map(permission)
    const days = values.days === undefined ? undefined : wholeDays(values.days)
    const { key } = await withPlatform(io, async (platform) => {
      const identity = createIdentity(platform)
      return identity.createApiKey({
        tenantId: await findTenant(identity, values.tenant),
        role,
        name,
        ...(scopes === undefined ? {} : { scopes }),
        ...(days === undefined ? {} : { expiresAt: platform.clock.now() + days * DAY_MS }),
      })
    })
    io.stdout(`${key}\n`)
    return 0
  },
}

function permission(typed: string): PermissionName {
  const found = permissionNames.find((name) => name === typed)
  if (found !== undefined) return found
  const guess = nearest(typed, permissionNames)
  throw new UsageError(
    guess
      ? `There is no permission "${typed}"; "${guess}"?`
      : `There is no permission "${typed}". Known: ${permissionNames.join(', ')}`,
  )
}

function wholeDays(typed: string): number {
  const days = Number(typed)
  if (!Number.isInteger(days) || days < 1) throw new UsageError('--days must be a whole number from 1')
  return days
}

async function findTenant(identity: Identity, slug: string | undefined): Promise<string> {
  if (slug !== undefined) {
    const found = await identity.tenantBySlug(slug)
    if (found === null) throw new CommandProblem(`There is no company "${slug}" here.`)
    return found
  }
  const [only, ...others] = await identity.allTenantIds()
  if (only === undefined)
    throw new CommandProblem('There is no company yet. Sign one up first, or start with the demo.')
  if (others.length > 0)
    throw new CommandProblem('There are several companies here; name one with --tenant <slug>.')
  return only
}

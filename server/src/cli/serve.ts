import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { demoGreeting } from '../demo/index.ts'
import { type RunningServer, startServer } from '../main.ts'
import { collectGarbage } from '../platform/collect-garbage.ts'
import { type Config, environmentHelp } from '../platform/config.ts'
import { openPostgres } from '../platform/postgres/open-postgres.ts'
import { type Command, type CommandIo, CommandProblem } from './command.ts'
import { readSetting } from './with-database.ts'

export const serve: Command = {
  name: 'serve',
  summary: 'start the server: web app, API and background work in one process',
  usage: `Usage: peineng serve [--no-work] [--no-web]

Starts PostgreSQL if DATABASE_URL does not name one, brings the schema up to date and serves until Ctrl-C, which lets
running requests and jobs finish. A second Ctrl-C ends at once; the next start recovers.

  --no-work  leave background work to \`peineng work\` processes on the same database
  --no-web   do not build the web app (an existing build is served all the same)

Environment:
${environmentHelp()}

A PostgreSQL of your own: the login of DATABASE_URL makes the roles peineng_owner, peineng_app and peineng_dispatcher
and takes one per connection (start-up option \`role\`, so a pooler in between must pass options on or pool sessions).
Where it may not make roles, the start says what an administrator has to run.
`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { 'no-work': { type: 'boolean' }, 'no-web': { type: 'boolean' } },
    })
    await runServer(
      io,
      { serve: true, work: values['no-work'] !== true },
      (url) => `Peineng is ready at ${url}\n`,
    )
    return 0
  },
}

/** Brings a process up in its roles, says one line, waits for the signal to end, and takes everything down in order. */
export async function runServer(
  io: CommandIo,
  roles: { readonly serve: boolean; readonly work: boolean },
  greeting: (url: string | null) => string,
): Promise<void> {
  const { config, log } = await readSetting(io)
  const { dataDir, databaseUrl } = config
  const postgres = await openPostgres({ dataDir, databaseUrl, log, role: roles.serve ? 'serve' : 'attach' })
  try {
    const server = await startServer({ config, endpoints: postgres.endpoints, log, roles }).catch(
      inWords(config),
    )
    try {
      if (server.url !== null) await postgres.announce(server.url)
      collectGarbage()
      io.stdout(greeting(server.url))
      if (server.demo !== null) io.stdout(demoGreeting(server.demo))
      if (!io.signal.aborted) await once(io.signal, 'abort')
      log.info('stopping: running requests and jobs finish')
    } finally {
      await server.close()
    }
  } finally {
    await postgres.stop()
  }
}

function inWords(config: Config): (error: unknown) => RunningServer {
  return (error) => {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') {
      throw new CommandProblem(
        `Port ${config.port} on ${config.host} is in use by another program. Stop it, or set PORT to another number (0 takes a free one).`,
      )
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
      throw new CommandProblem(
        `This machine has no address ${config.host}; set HOST to one it has, or to 0.0.0.0.`,
      )
    }
    throw error
  }
}

import { parseArgs } from 'node:util'
import { composeSlices } from '../compose.ts'
import { createDemo, demoGreeting } from '../demo/index.ts'
import { type Command, CommandProblem } from './command.ts'
import { withPlatform } from './with-platform.ts'

export const demo: Command = {
  name: 'demo',
  summary: 'make the demo company in this database',
  usage: `Usage: peineng demo

Makes an invented company with 40 reps, six months of history and two weeks of decisions, with a random password that
is printed once. \`peineng serve\` makes it by itself on its first start on loopback; PEINENG_DEMO=0 prevents that.
`,
  async run(args, io) {
    parseArgs({ args: [...args], options: {} })
    await withPlatform(io, async (platform) => {
      const slices = composeSlices(platform)
      const { rows } = await platform.database.dispatcher.query<{ id: string | null }>(
        'select tenant_of_slug($1) as id',
        ['yunfan-demo'],
      )
      if (rows[0]?.id != null) throw new CommandProblem('There is a demo company in this database already.')
      io.stdout(demoGreeting(await createDemo(slices.assignment.services.platform, { randomPassword: true })))
    })
    return 0
  },
}

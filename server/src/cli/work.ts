import { parseArgs } from 'node:util'
import type { Command } from './command.ts'
import { runServer } from './serve.ts'

export const work: Command = {
  name: 'work',
  summary: 'do background work only, beside servers on the same database',
  usage: `Usage: peineng work

For \`serve --no-work\`, or to add hands: any number of processes share the work. Reads the same environment as serve.
`,
  async run(args, io) {
    parseArgs({ args: [...args], options: {} })
    await runServer(io, { serve: false, work: true }, () => 'Peineng is working.\n')
    return 0
  },
}

import { type Command, type CommandIo, CommandProblem, UsageError } from './cli/command.ts'
import { nearest } from './cli/nearest.ts'
import { processIo } from './cli/process-io.ts'
import { BackupProblem } from './platform/backup/index.ts'
import { ConfigProblem } from './platform/config.ts'
import { packageVersion } from './platform/package-root.ts'
import { PostgresProblem } from './platform/postgres/errors.ts'
import { redactText } from './platform/redact.ts'

/** Loaded when asked for: `peineng assign` need not read the web server. In the order of the help. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./cli/serve.ts')).serve,
  work: async () => (await import('./cli/work.ts')).work,
  migrate: async () => (await import('./cli/migrate.ts')).migrate,
  demo: async () => (await import('./cli/demo.ts')).demo,
  import: async () => (await import('./cli/import.ts')).importCommand,
  assign: async () => (await import('./cli/assign.ts')).assign,
  verify: async () => (await import('./cli/verify.ts')).verify,
  backup: async () => (await import('./cli/backup.ts')).backup,
  restore: async () => (await import('./cli/restore.ts')).restore,
  plan: async () => (await import('./cli/plan.ts')).planCommand,
  simulate: async () => (await import('./cli/simulate.ts')).simulateCommand,
  model: async () => (await import('./cli/model.ts')).modelCommand,
  'api-key': async () => (await import('./cli/api-key.ts')).apiKey,
}

/** Runs one `peineng` command line and returns its exit code: 0 done, 1 failed, 2 not understood. */
export async function runCli(args: readonly string[], io: CommandIo = processIo()): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    return help(rest[0], io)
  }
  if (name === '--version' || name === '-v') {
    io.stdout(`${packageVersion()}\n`)
    return 0
  }
  const load = commandLoader(name)
  if (!load) {
    const guess = nearest(name, Object.keys(COMMANDS))
    io.stderr(`Unknown command "${name}".${guess ? ` Did you mean "${guess}"?` : ''} See peineng --help\n`)
    return 2
  }
  const command = await load()
  if (rest.includes('--help') || rest.includes('-h')) {
    io.stdout(`${command.usage.trimEnd()}\n`)
    return 0
  }
  try {
    return await command.run(rest, io)
  } catch (error) {
    return report(error, command, io)
  }
}

async function help(about: string | undefined, io: CommandIo): Promise<number> {
  const load = about === undefined ? undefined : commandLoader(about)
  if (load) {
    io.stdout(`${(await load()).usage.trimEnd()}\n`)
    return 0
  }
  const commands = await Promise.all(Object.values(COMMANDS).map((each) => each()))
  const width = Math.max(...commands.map((command) => command.name.length))
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`)
  io.stdout(
    `Peineng ${packageVersion()} puts the right person on the right customer, and anyone can ask why.\n\n` +
      `Usage: peineng <command> [options]\n\n${lines.join('\n')}\n\n` +
      'peineng <command> --help explains a command and its options.\n',
  )
  return 0
}

function commandLoader(name: string): (() => Promise<Command>) | undefined {
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
}

/** Problems whose message is written for whoever typed the command. */
const EXPECTED = [ConfigProblem, PostgresProblem, BackupProblem, CommandProblem]

/** People get a sentence; only what we did not foresee gets a stack. */
function report(error: unknown, command: Command, io: CommandIo): number {
  if (error instanceof UsageError || isArgumentError(error)) {
    io.stderr(`${(error as Error).message}\n\n${command.usage.trimEnd()}\n`)
    return 2
  }
  if (EXPECTED.some((kind) => error instanceof kind) || isSystemError(error)) {
    io.stderr(`${(error as Error).message}\n`)
    return 1
  }
  io.stderr(`${redactText(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`)
  return 1
}

/** The machine says no: its sentence names the file, and our stack would add nothing. */
function isSystemError(error: unknown): boolean {
  const codes = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EMFILE']
  return error instanceof Error && codes.includes(String((error as NodeJS.ErrnoException).code))
}

/** What `node:util` parseArgs throws for an unknown or incomplete option. */
function isArgumentError(error: unknown): boolean {
  return String((error as NodeJS.ErrnoException | undefined)?.code).startsWith('ERR_PARSE_ARGS_')
}

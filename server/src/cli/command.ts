/** What a command is given of the outside world, so that commands can be tested without a process. */
export interface CommandIo {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** Aborted on SIGINT/SIGTERM; long-running commands stop cleanly then. */
  readonly signal: AbortSignal
  /** When the program started, on the clock of `performance`; absent = with the command. */
  readonly startedAt?: number
}

/** One verb of `peineng`. `run` returns the exit code; a thrown `UsageError` prints its message and the usage, exit 2. */
export interface Command {
  readonly name: string
  /** One line for `peineng --help`. */
  readonly summary: string
  /** The whole help of `peineng <name> --help`. */
  readonly usage: string
  run(args: readonly string[], io: CommandIo): Promise<number>
}

/** The user typed something the command cannot take: the message says what would be right. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The command was understood and cannot be done; the message says why and what to do about it. Exit 1. */
export class CommandProblem extends Error {
  override readonly name = 'CommandProblem'
}

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assign } from '../assign.ts'

/** One line of the output, as far as tests look at it. */
export interface Line {
  readonly leadId: string
  readonly state: 'owned' | 'pooled' | 'waiting'
  readonly repId: string | null
  readonly reason: { readonly code: string; readonly text: string }
  readonly release: { readonly kind: string; readonly at?: number; readonly text: string } | null
  readonly ruleId: string | null
  readonly slaClass: string | null
  readonly pointsHundredths: number
  readonly assessment: Readonly<Record<string, unknown>>
  readonly decidedAt: string
  readonly candidates: readonly {
    readonly repId: string
    readonly excludedBy?: string
    readonly terms?: readonly { readonly code: string; readonly contribution: number; readonly raw: number }[]
    readonly total: number
    readonly propensity: number
  }[]
}

export interface Run {
  readonly code: number
  readonly lines: readonly Line[]
  readonly text: string
  readonly stderr: string
  readonly stdout: string
}

export interface RunFiles {
  readonly leads: string | Uint8Array
  readonly reps: string | Uint8Array
  readonly history?: string
  readonly policy?: unknown
}

/** Runs the command on files in a folder of its own, which is gone afterwards. */
export async function runAssign(
  files: RunFiles,
  extra: readonly string[] = [],
  out = true,
  signal = new AbortController().signal,
): Promise<Run> {
  const cwd = await mkdtemp(join(tmpdir(), 'peineng-assign-'))
  try {
    await writeFile(join(cwd, 'leads.csv'), files.leads)
    await writeFile(join(cwd, 'reps.csv'), files.reps)
    const args = ['--leads', 'leads.csv', '--reps', 'reps.csv', ...extra]
    if (files.history !== undefined) {
      await writeFile(join(cwd, 'history.csv'), files.history)
      args.push('--history', 'history.csv')
    }
    if (files.policy !== undefined) {
      const text = typeof files.policy === 'string' ? files.policy : JSON.stringify(files.policy)
      await writeFile(join(cwd, 'policy.json'), text)
      args.push('--policy', 'policy.json')
    }
    if (out) args.push('--out', 'out.jsonl')
    let stderr = ''
    let stdout = ''
    const io = {
      stdout: (text: string) => {
        stdout += text
      },
      stderr: (text: string) => {
        stderr += text
      },
      env: {},
      cwd,
      signal,
    }
    const code = await assign.run(args, io)
    const text = out ? await readFile(join(cwd, 'out.jsonl'), 'utf8') : stdout
    const lines = text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line)
    return { code, lines, text, stderr, stdout }
  } finally {
    await rm(cwd, { recursive: true, force: true })
  }
}

/** CSV from a header and rows. */
export const csv = (header: string, ...rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`

/** `count` rows made by their number. */
export const rowsOf = (count: number, row: (index: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => row(index))

/** How many each rep received. */
export function receivedBy(lines: readonly Line[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { repId } of lines) if (repId !== null) counts[repId] = (counts[repId] ?? 0) + 1
  return counts
}

/** Text as GBK bytes: the decoder turned round, since no runtime encodes GBK. */
export function toGbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, readonly [number, number]>()
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low !== 0x7f) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
    }
  }
  return Uint8Array.from(
    [...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : [...(codes.get(char) ?? [])])),
  )
}

import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { loadSecret } from './secret.ts'

/**
 * Everything the environment can say, read once. `describe` texts are the documentation: `peineng serve --help`
 * prints them.
 */
const port = z.coerce.number('must be a port number').int().min(0).max(65_535)
const flag = z
  .enum(['0', '1', 'true', 'false', 'yes', 'no'], 'must be 1 or 0')
  .transform((text) => text === '1' || text === 'true' || text === 'yes')

export const environmentSchema = z.object({
  PORT: port.default(7300).describe('port to listen on; 0 takes a free one (default 7300)'),
  HOST: z.string().min(1).default('127.0.0.1').describe('address to listen on (default 127.0.0.1)'),
  DATA_DIR: z
    .string()
    .optional()
    .describe('folder for the embedded database and the secret (default .peineng in the project)'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must look like postgres://user:password@host:5432/database' })
    .optional()
    .describe('a PostgreSQL of your own, 15 to 18, instead of the embedded one'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must look like https://peineng.example.com' })
    .transform((text) => text.replace(/\/+$/, ''))
    .optional()
    .describe('the address people use, for links in mails and for cookies (default http://HOST:PORT)'),
  TRUST_PROXY: z
    .string()
    .default('')
    .transform((text, context) =>
      trustProxy(text, (message) => context.addIssue({ code: 'custom', message })),
    )
    .describe(
      'whose X-Forwarded-* headers to believe: 1, or addresses and networks, comma-separated (default nobody)',
    ),
  SECRET: z
    .string()
    .min(32, 'must be at least 32 characters; leave it out and one is made and kept in DATA_DIR')
    .optional()
    .describe(
      'signs sessions and hashes keys; the same on every node (default: made once, kept in DATA_DIR)',
    ),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must look like smtp://user:password@host:587' })
    .optional()
    .describe('mail server; without it links that would be mailed are shown to copy'),
  MAIL_FROM: z.string().default('Peineng <peineng@localhost>').describe('sender of mails'),
  PRIVATE_TARGETS: z
    .string()
    .default('')
    .transform((text, context) =>
      privateTargets(text, (message) => context.addIssue({ code: 'custom', message })),
    )
    .describe(
      'hosts, addresses and networks that webhooks and robots may reach although they are private, comma-separated (default none)',
    ),
  PEINENG_DEMO: flag
    .optional()
    .describe('1: make the demo company also on another HOST, with random passwords; 0: never'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('how much to log (default info)'),
})

export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  /** Known from the start only if given; else the server sets it from the port it got. */
  readonly publicUrl: string | undefined
  /** Everybody, nobody, or named addresses and networks. */
  readonly trustProxy: boolean | readonly string[]
  readonly secret: string
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** Where webhooks and robots may go although it is not public. */
  readonly privateTargets: readonly string[]
  /** What was said; the server also asks whether the database is empty and the address is loopback. */
  readonly demo: boolean | undefined
  readonly logLevel: z.infer<typeof environmentSchema>['LOG_LEVEL']
}

/** The environment cannot be used as it is: one line per variable, each saying what would be right. */
export class ConfigProblem extends Error {
  override readonly name = 'ConfigProblem'
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads and checks the environment; makes the secret on first use. Data lie in the project unless DATA_DIR says
 * otherwise, which is understood from where it was typed.
 */
export async function readConfig(
  environment: Environment,
  places: { readonly project: string; readonly cwd: string },
): Promise<Config> {
  const values = parse(environment)
  const dataDir =
    values.DATA_DIR === undefined ? join(places.project, '.peineng') : resolve(places.cwd, values.DATA_DIR)
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir,
    databaseUrl: values.DATABASE_URL,
    publicUrl: values.PUBLIC_URL,
    trustProxy: values.TRUST_PROXY,
    secret: values.SECRET ?? (await loadSecret(dataDir)),
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    privateTargets: values.PRIVATE_TARGETS,
    demo: values.PEINENG_DEMO,
    logLevel: values.LOG_LEVEL,
  }
}

function parse(environment: Environment): z.infer<typeof environmentSchema> {
  // `PORT= npm start` means "not set" to everyone who types it.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const result = environmentSchema.safeParse(given)
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`)
  throw new ConfigProblem(`These environment variables cannot be used:\n${lines.join('\n')}`)
}

/** Networks Fastify knows by name. */
const NAMED_NETWORKS = ['loopback', 'linklocal', 'uniquelocal']

function trustProxy(text: string, refuse: (message: string) => void): boolean | readonly string[] {
  if (text === '' || text === '0' || text === 'false') return false
  if (text === '1' || text === 'true') return true
  const entries = listed(text)
  for (const entry of entries) {
    if (!NAMED_NETWORKS.includes(entry) && !isNetwork(entry))
      refuse(`has "${entry}", which is no address or network like 10.1.0.0/16; 1 believes everybody`)
  }
  return entries
}

/** Host names, addresses and networks; anything else is refused here rather than ignored later. */
function privateTargets(text: string, refuse: (message: string) => void): readonly string[] {
  const entries = listed(text)
  for (const entry of entries) {
    if (!isNetwork(entry) && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(entry))
      refuse(`has "${entry}", which is no host, address or network like 10.1.0.0/16`)
  }
  return entries
}

const listed = (text: string): string[] =>
  text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))

/** An address, or one with the length of its network. */
function isNetwork(entry: string): boolean {
  const [address = '', prefix, ...more] = entry.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128))
}

/** Whether only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** The environment section of a help text. */
export function environmentHelp(): string {
  return Object.entries(environmentSchema.shape)
    .map(([name, schema]) => `  ${name.padEnd(13)} ${schema.description}`)
    .join('\n')
}

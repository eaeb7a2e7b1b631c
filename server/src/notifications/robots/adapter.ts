import type { Outbound } from '../../platform/outbound/index.ts'

/** What is said in a group: a headline and lines in the common part of the vendors' Markdown. */
export interface GroupMessage {
  readonly title: string
  readonly markdown: string
}

export interface RobotAddress {
  readonly url: string
  /** Where the robot demands signed calls. */
  readonly secret: string | null
}

/** `broken`: nobody but a person can help (token revoked, signature, keyword). `busy`: too many calls. */
export type Verdict =
  | { readonly kind: 'sent' }
  | {
      readonly kind: 'broken' | 'busy' | 'failed'
      readonly error: string
      readonly detail: string
      readonly afterMs?: number
    }

/** One vendor's robot. */
export interface RobotAdapter {
  /** Of the Markdown, in UTF-8. */
  readonly maxBytes: number
  /** Where its addresses lie; anything else is not one of its robots. */
  readonly hosts: readonly string[]
  post(outbound: Outbound, address: RobotAddress, message: GroupMessage, now: number): Promise<Verdict>
}

export interface VendorAnswer {
  readonly code: number
  readonly message: string
}

/** Posts JSON and reads the vendor's own verdict: they all answer errors with status 200. */
export async function postJson(
  outbound: Outbound,
  url: string,
  body: unknown,
  read: (answer: Readonly<Record<string, unknown>>) => VendorAnswer | null,
  codes: { readonly broken: ReadonlySet<number>; readonly busy: ReadonlySet<number> },
): Promise<Verdict> {
  const answer = await outbound.post({
    url,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  })
  const detail = answer.body.slice(0, 300)
  if (answer.status === 429) return { kind: 'busy', error: 'ROBOT_RATE_LIMITED', detail }
  if (answer.status !== 200) return { kind: 'failed', error: `HTTP_${answer.status}`, detail }
  const verdict = read(parsed(answer.body))
  if (verdict === null) return { kind: 'failed', error: 'ROBOT_ANSWER_UNREADABLE', detail }
  const { code, message } = verdict
  if (code === 0) return { kind: 'sent' }
  if (codes.busy.has(code)) return { kind: 'busy', error: 'ROBOT_RATE_LIMITED', detail: `${code} ${message}` }
  if (codes.broken.has(code)) return { kind: 'broken', error: 'ROBOT_REFUSED', detail: `${code} ${message}` }
  return { kind: 'failed', error: 'ROBOT_ERROR', detail: `${code} ${message}` }
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a robot of the fake said to its group. */
export interface Said {
  readonly robot: string
  readonly title: string
  readonly markdown: string
  readonly bytes: number
}

export interface FakeRobots {
  readonly said: Said[]
  /** The address of a robot, as its vendor would hand it out. */
  address(vendor: 'wecom' | 'dingtalk' | 'feishu', token: string): string
  /** Secrets of robots that demand signed calls, by token. */
  readonly secrets: Map<string, string>
  readonly revoked: Set<string>
  /** Answered instead of listening, as often as there are entries. */
  readonly outages: number[]
  close(): Promise<void>
}

const WECOM_BYTES = 4_096
const DINGTALK_BYTES = 20_000
const FEISHU_BYTES = 20_480
const PER_MINUTE = 20
const HOUR = 3_600_000

/**
 * The three vendors as their documents say they answer: signature, time, size and rate are checked, and errors come with
 * status 200 and a code.
 */
export async function openFakeRobots(now: () => number): Promise<FakeRobots> {
  const said: Said[] = []
  const secrets = new Map<string, string>()
  const revoked = new Set<string>()
  const outages: number[] = []
  const calls = new Map<string, number[]>()

  const tooOften = (token: string): boolean => {
    const recent = (calls.get(token) ?? []).filter((at) => at > now() - 60_000)
    calls.set(token, [...recent, now()])
    return recent.length >= PER_MINUTE
  }

  function wecom(url: URL, body: Json): Json {
    const token = url.searchParams.get('key') ?? ''
    if (revoked.has(token)) return { errcode: 93000, errmsg: 'invalid webhook url' }
    const content = String((body['markdown'] as Json | undefined)?.['content'] ?? '')
    if (Buffer.byteLength(content) > WECOM_BYTES)
      return { errcode: 40058, errmsg: 'markdown.content exceed max length 4096' }
    if (tooOften(token)) return { errcode: 45009, errmsg: 'api freq out of limit' }
    hear(token, '', content)
    return { errcode: 0, errmsg: 'ok' }
  }

  function dingtalk(url: URL, body: Json, size: number): Json {
    const token = url.searchParams.get('access_token') ?? ''
    if (revoked.has(token)) return { errcode: 300001, errmsg: 'token is not exist' }
    const secret = secrets.get(token)
    if (secret !== undefined) {
      const timestamp = url.searchParams.get('timestamp') ?? ''
      const right = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64')
      if (url.searchParams.get('sign') !== right || Math.abs(Number(timestamp) - now()) > HOUR)
        return { errcode: 310000, errmsg: 'sign not match' }
    }
    if (size > DINGTALK_BYTES) return { errcode: 460101, errmsg: 'message too long' }
    if (tooOften(token)) return { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' }
    const markdown = body['markdown'] as Json
    hear(token, String(markdown['title']), String(markdown['text']))
    return { errcode: 0, errmsg: 'ok' }
  }

  function feishu(url: URL, body: Json, size: number): Json {
    const token = url.pathname.split('/').at(-1) ?? ''
    if (revoked.has(token))
      return { code: 19001, msg: 'param invalid: incoming webhook access token invalid' }
    const secret = secrets.get(token)
    if (secret !== undefined) {
      const timestamp = String(body['timestamp'] ?? '')
      const right = createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64')
      if (body['sign'] !== right || Math.abs(Number(timestamp) * 1_000 - now()) > HOUR)
        return { code: 19021, msg: 'sign match fail or timestamp is not within one hour from current time' }
    }
    if (size > FEISHU_BYTES) return { code: 9499, msg: 'request body too large' }
    if (tooOften(token)) return { code: 11232, msg: 'frequency limited' }
    const card = body['card'] as { header: { title: { content: string } }; elements: { content: string }[] }
    hear(token, card.header.title.content, card.elements[0]?.content ?? '')
    return { code: 0, msg: 'success', data: {} }
  }

  const hear = (robot: string, title: string, markdown: string): void => {
    said.push({ robot, title, markdown, bytes: Buffer.byteLength(markdown) })
  }

  const server = createServer(async (request, response) => {
    const text = await textOf(request)
    const outage = outages.shift()
    if (outage !== undefined) {
      response.writeHead(outage).end('down')
      return
    }
    const url = new URL(request.url ?? '/', 'http://fake')
    const body = JSON.parse(text) as Json
    const answer = url.pathname.startsWith('/cgi-bin')
      ? wecom(url, body)
      : url.pathname.startsWith('/robot')
        ? dingtalk(url, body, Buffer.byteLength(text))
        : feishu(url, body, Buffer.byteLength(text))
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    said,
    secrets,
    revoked,
    outages,
    address: (vendor, token) =>
      ({
        wecom: `${base}/cgi-bin/webhook/send?key=${token}`,
        dingtalk: `${base}/robot/send?access_token=${token}`,
        feishu: `${base}/open-apis/bot/v2/hook/${token}`,
      })[vendor],
    close: () => closed(server),
  }
}

type Json = Record<string, unknown>

/** A whole request's body. */
export async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

export function closed(server: ReturnType<typeof createServer>): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => {
    server.close(() => resolve())
  })
}

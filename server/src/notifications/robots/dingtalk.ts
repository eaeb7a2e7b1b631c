import { createHmac } from 'node:crypto'
import { postJson, type RobotAdapter } from './adapter.ts'

/** 300001 no such token, 310000 signature, keyword or address refused, 400013 group gone, 400101/400102 robot off. */
const BROKEN = new Set([300001, 310000, 400013, 400101, 400102])
/** Over 20 a minute; the robot then rests for ten. */
const BUSY = new Set([130101, 410100])
const REST_MS = 10 * 60_000

/** DingTalk robot: every call signed with time and secret; 20,000 bytes, 20 messages a minute. */
export const dingtalk: RobotAdapter = {
  maxBytes: 18_000,
  hosts: ['oapi.dingtalk.com'],
  async post(outbound, { url, secret }, { title, markdown }, now) {
    const target = new URL(url)
    if (secret !== null) {
      const sign = createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64')
      target.searchParams.set('timestamp', String(now))
      target.searchParams.set('sign', sign)
    }
    const verdict = await postJson(
      outbound,
      target.href,
      { msgtype: 'markdown', markdown: { title, text: markdown } },
      ({ errcode, errmsg }) =>
        typeof errcode === 'number' ? { code: errcode, message: String(errmsg ?? '') } : null,
      { broken: BROKEN, busy: BUSY },
    )
    return verdict.kind === 'busy' ? { ...verdict, afterMs: REST_MS } : verdict
  },
}

import { createHmac } from 'node:crypto'
import { postJson, type RobotAdapter } from './adapter.ts'

/** 19001 no such token, 19021 signature or time, 19022 address, 19024 keyword. */
const BROKEN = new Set([19001, 19002, 19021, 19022, 19024])
const BUSY = new Set([11232, 9499])

/** Feishu robot: the time in seconds and the secret make the key, and nothing is signed with it; 20 KB a request. */
export const feishu: RobotAdapter = {
  maxBytes: 18_000,
  hosts: ['open.feishu.cn', 'open.larksuite.com'],
  post(outbound, { url, secret }, { title, markdown }, now) {
    const timestamp = String(Math.floor(now / 1_000))
    const signed =
      secret === null
        ? {}
        : { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64') }
    const card = {
      header: { title: { tag: 'plain_text', content: title } },
      elements: [{ tag: 'markdown', content: markdown }],
    }
    return postJson(
      outbound,
      url,
      { ...signed, msg_type: 'interactive', card },
      ({ code, StatusCode, msg, StatusMessage }) => {
        const number = typeof code === 'number' ? code : StatusCode
        return typeof number === 'number'
          ? { code: number, message: String(msg ?? StatusMessage ?? '') }
          : null
      },
      { broken: BROKEN, busy: BUSY },
    )
  },
}

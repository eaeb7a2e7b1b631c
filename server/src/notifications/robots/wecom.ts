import { postJson, type RobotAdapter } from './adapter.ts'

/** 93000 no such robot, 93008 not in the group, 40058 refused content, 93004 disabled; 45009 and 45033 too often. */
const BROKEN = new Set([93000, 93004, 93008, 93017, 40058])
const BUSY = new Set([45009, 45033])

/** WeCom group robot: the key in the address is all there is; 4,096 bytes of Markdown, 20 messages a minute. */
export const wecom: RobotAdapter = {
  maxBytes: 4_096,
  hosts: ['qyapi.weixin.qq.com'],
  post: (outbound, { url }, { markdown }) =>
    postJson(
      outbound,
      url,
      { msgtype: 'markdown', markdown: { content: markdown } },
      ({ errcode, errmsg }) =>
        typeof errcode === 'number' ? { code: errcode, message: String(errmsg ?? '') } : null,
      { broken: BROKEN, busy: BUSY },
    ),
}

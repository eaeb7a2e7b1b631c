import { expect, it } from 'vitest'
import { deviceName } from './device-name.ts'

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36'

it.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME}`, 'Chrome · Windows'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Edg/140.0`, 'Edge · Windows'],
  [`Mozilla/5.0 (Linux; Android 15) ${CHROME} MicroMessenger/8.0 wxwork/4.1`, 'WeCom · Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1', 'Safari · iOS'],
  ['curl/8.0', ''],
])('names browser and system: %s', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name)
})

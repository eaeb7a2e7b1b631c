import { describe, expect, it } from 'vitest'
import { assertSameOrigin } from './same-origin.ts'

const ask = (method: string, headers: Record<string, string>) => () =>
  assertSameOrigin({ method, headers }, 'https://crm.example.cn')

describe('where a change by cookie may come from', () => {
  it('reading may come from anywhere', () => {
    expect(ask('GET', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).not.toThrow()
  })
  it('takes our own pages, by either header', () => {
    expect(ask('POST', { 'sec-fetch-site': 'same-origin' })).not.toThrow()
    expect(ask('POST', { origin: 'https://crm.example.cn' })).not.toThrow()
    expect(ask('POST', { origin: 'http://127.0.0.1:7300', host: '127.0.0.1:7300' })).not.toThrow()
  })
  it('refuses other sites, our subdomain neighbours and pages without an origin', () => {
    expect(ask('POST', { 'sec-fetch-site': 'cross-site' })).toThrow('another site')
    expect(ask('DELETE', { 'sec-fetch-site': 'same-site', origin: 'https://crm.example.cn' })).toThrow(
      'another site',
    )
    expect(ask('POST', { origin: 'https://evil.example', host: 'crm.example.cn' })).toThrow('another site')
    expect(ask('POST', { origin: 'null', host: 'crm.example.cn' })).toThrow('another site')
  })
  it('takes a program that is no browser', () => {
    expect(ask('POST', {})).not.toThrow()
  })
})

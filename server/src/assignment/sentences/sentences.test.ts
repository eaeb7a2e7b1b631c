import {
  exclusionCodes,
  problemCodes,
  type Reason,
  type ReasonCode,
  reasonCodes,
  termCodes,
} from '@peineng/engine'
import { describe, expect, it } from 'vitest'
import {
  renderExclusion,
  renderProblem,
  renderProposal,
  renderReason,
  renderRelease,
  renderTerm,
  sentenceCatalogues,
} from './index.ts'

const languages = ['zh-CN', 'en'] as const
const broken = /undefined|NaN|null|\[object|\{|\}/
const reason = (code: ReasonCode, params: Reason['params'] = {}): Reason => ({ code, params })

describe('sentences', () => {
  it('say the same codes in both languages', () => {
    const keys = (lang: (typeof languages)[number]) =>
      Object.entries(sentenceCatalogues[lang])
        .map(([part, of]) => [part, typeof of === 'object' ? Object.keys(of).sort() : ''])
        .sort()
    expect(keys('en')).toEqual(keys('zh-CN'))
  })
  it.each(languages)('exist for every code in %s and never show a hole', (lang) => {
    const full = {
      total: 43_210,
      margin: 2_100,
      runnerUp: 'r2',
      eligible: 5,
      nearTies: 2,
      LOAD_INDEX_FULL: 3,
      relaxesAt: 0,
    }
    const said = [
      ...reasonCodes.flatMap((code) => [
        renderReason(reason(code, full), lang),
        renderReason(reason(code), lang),
      ]),
      ...exclusionCodes.map((code) => renderExclusion(code, lang)),
      ...termCodes.flatMap((code) =>
        [-1500, 0, 1, 2, 1000, 235_000].map((raw) => renderTerm({ code, raw, contribution: raw }, lang)),
      ),
      ...problemCodes.map((code) => renderProblem({ code, path: '/x', expected: ['a', 'b'] }, lang)),
    ]
    for (const sentence of said) {
      expect(sentence.length).toBeGreaterThan(1)
      expect(sentence).not.toMatch(broken)
    }
  })
  it('tells who is second and by how much, by name', () => {
    const best = reason('BEST_SCORE', { total: 43_210, margin: 2_100, runnerUp: 'r2', eligible: 5 })
    const nameOf = (id: string) => (id === 'r2' ? '王芳' : id)
    expect(renderReason(best, 'zh-CN', { nameOf })).toBe(
      '在 5 位可接手的销售中综合得分最高：43.2 分，比第二名王芳高 2.1 分',
    )
    expect(renderReason(best, 'en')).toBe(
      'Best total among 5 eligible reps: 43.2 points, 2.1 ahead of the next',
    )
  })
  it('counts what kept everybody from a waiting item', () => {
    const full = reason('WAITING_ALL_FULL', { LOAD_INDEX_FULL: 3, DAILY_MAX_REACHED: 1 })
    expect(renderReason(full, 'zh-CN')).toContain('3 人再接就超过负荷指数上限、1 人今天的接收上限已满')
    expect(renderReason(full, 'en')).toContain(
      '3 × would exceed the load index, 1 × ceiling of today reached',
    )
  })
  it('reads each raw quantity in its own unit', () => {
    expect(renderTerm({ code: 'WIN_VALUE', raw: 235_000, contribution: 7_050 }, 'zh-CN')).toBe(
      '赢单概率 23.5%，结合客户价值：+7.1',
    )
    expect(renderTerm({ code: 'HEADROOM', raw: 850, contribution: 17_000 }, 'en')).toBe(
      'Free capacity 85%: +17',
    )
    expect(renderTerm({ code: 'FAIRNESS', raw: -1500, contribution: -4_500 }, 'zh-CN')).toBe(
      '比应得多 1.5 轮：-4.5',
    )
    expect(renderTerm({ code: 'LOAD', raw: 450, contribution: -4_500 }, 'en')).toBe(
      'Current load 4.5 points: -4.5',
    )
    expect(renderTerm({ code: 'CONTINUITY', raw: 1000, contribution: 20_000 }, 'zh-CN')).toBe(
      '是客户的负责人：+20',
    )
  })
  it('says when a waiting item will be tried again, on the clock asked for', () => {
    const at = Date.parse('2026-11-24T01:00:00Z')
    expect(renderRelease({ kind: 'on_duty', at }, 'zh-CN')).toContain('09:00')
    expect(renderRelease({ kind: 'on_duty', at }, 'en', { timeZone: 'UTC' })).toContain('01:00')
    expect(renderRelease({ kind: 'on_duty', at: null }, 'en')).toBe('When somebody comes on duty')
  })
  it('names the squad', () => {
    const proposal = { code: 'EXPERT_SQUAD', leadRepId: 'r1', memberRepIds: ['r2'] } as const
    expect(renderProposal(proposal, 'zh-CN', { nameOf: (id) => `销售${id}` })).toContain(
      '由销售r1牵头、销售r2参加',
    )
  })
})

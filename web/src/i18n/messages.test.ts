// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { locales, readSentences } from '../../scripts/messages/read-sentences.mjs'
import { holesOf } from '../../scripts/messages/sentence-format.mjs'
import { m } from './messages.ts'

const [zh, en] = [readSentences('zh-CN'), readSentences('en')]
/** English counts need words ("one record"), Chinese ones do not: `count` may be a plain hole there. */
const sameHoles = (key: string) => [holesOf(zh[key] ?? ''), holesOf(en[key] ?? '')]

describe('messages', () => {
  it('both languages say the same set of things', () => {
    expect(locales).toEqual(['zh-CN', 'en'])
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
    expect(Object.keys(zh).length).toBeGreaterThan(100)
  })

  it('every sentence has the same holes in both languages', () => {
    const different = Object.keys(zh).filter((key) => {
      const [chinese, english] = sameHoles(key)
      return JSON.stringify(chinese) !== JSON.stringify(english)
    })
    expect(different).toEqual([])
  })

  it('no sentence is empty, and no Chinese one was left in English', () => {
    const latinOnly = Object.entries(zh).filter(
      ([, text]) => typeof text === 'string' && !/[\p{Script=Han}\p{P}]/u.test(text),
    )
    expect(latinOnly).toEqual([])
    expect(Object.values({ ...zh, ...en }).filter((text) => text === '')).toEqual([])
  })

  it('English keeps to the typewriter apostrophe: the curly one is as wide as a Chinese sign in our font', () => {
    const curly = Object.entries(en).filter(([, text]) => JSON.stringify(text).includes('\u2019'))
    expect(curly).toEqual([])
  })

  it('English chooses the form of a count, Chinese has one', () => {
    expect(m.ui_choices_count({ count: 1 }, { locale: 'en' })).toBe('1 choice')
    expect(m.ui_choices_count({ count: 3 }, { locale: 'en' })).toBe('3 choices')
    expect(m.ui_choices_count({ count: 3 }, { locale: 'zh-CN' })).toBe('3 个选项')
  })
})

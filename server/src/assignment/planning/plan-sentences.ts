import type { Language } from '../../platform/http/principal.ts'
import type { PlanWaitingCode, SkipCode } from './plan-document.ts'

/** Why the plan leaves an item where it is. */
export const waitingSentences: Readonly<Record<PlanWaitingCode, Readonly<Record<Language, string>>>> = {
  NO_CANDIDATE: { 'zh-CN': '现在没有人可以接手', en: 'Nobody can take it now' },
  LOAD_TOO_LARGE: {
    'zh-CN': '比任何一位销售的全部空余都大',
    en: 'Larger than anybody’s whole free capacity',
  },
  NO_GAIN: { 'zh-CN': '给谁都没有价值', en: 'Worth nothing with anybody' },
  NOT_WORTH_PRICE: {
    'zh-CN': '能接手的人的时间用在别的线索上更值',
    en: 'The time of everybody who could take it is worth more elsewhere',
  },
  NO_CAPACITY: { 'zh-CN': '能接手的人都没有空余', en: 'Nobody who could take it has room left' },
  PINNED: {
    'zh-CN': '负责人由主管指定，计划不改动',
    en: 'A manager chose the owner, so the plan leaves it alone',
  },
}

/** Why a planned item was left alone at the commit. */
export const skipSentences: Readonly<Record<SkipCode, Readonly<Record<Language, string>>>> = {
  GONE: { 'zh-CN': '已不存在', en: 'It is no longer there' },
  CLOSED: { 'zh-CN': '期间已关闭', en: 'Closed in the meantime' },
  OWNER_CHANGED: { 'zh-CN': '期间已换负责人或状态', en: 'Changed hands in the meantime' },
  PINNED: { 'zh-CN': '期间主管指定了负责人', en: 'A manager chose the owner in the meantime' },
  REP_LEFT: { 'zh-CN': '计划的接手人已不在', en: 'The rep it was planned for is gone' },
  NO_LONGER_ADMISSIBLE: {
    'zh-CN': '计划的接手人现在不能再接',
    en: 'The rep it was planned for can no longer take it',
  },
  IN_HAND: {
    'zh-CN': '期间已有人着手处理',
    en: 'Somebody began to work on it in the meantime',
  },
}

export const isWaitingCode = (code: string): code is PlanWaitingCode => Object.hasOwn(waitingSentences, code)
export const isSkipCode = (code: string): code is SkipCode => Object.hasOwn(skipSentences, code)

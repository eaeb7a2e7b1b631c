import type { RandomStream } from '@peineng/engine'
import type { ActivityInput } from '../customers/index.ts'
import { pick } from './cast.ts'

const WHO = [
  '采购科刘科长',
  '设备科王主任',
  '检验科陈主任',
  '财务张总监',
  '院长助理李工',
  '分管副院长',
  '信息科赵工',
]
const NEED = [
  (n: number) => `要 ${n} 台的报价，预算上半年用掉`,
  (n: number) => `现有设备用了 ${n} 年，故障多，想先试用两周`,
  () => '担心售后响应，问本地有没有备件库',
  (n: number) => `嫌我们比友商贵 ${n % 9}%，希望跟价`,
  (n: number) => `招标参数还在定，预计 ${n % 11} 月份挂网`,
  () => '要求接口对接现有信息系统，先看技术方案',
  (n: number) => `付款希望分 ${2 + (n % 3)} 期，合同走法务`,
]
const NEXT = [
  '周五前发三档报价',
  '下周二上门演示',
  '周三寄样品并约反馈',
  '月底前给改动后的方案',
  '下周一和技术部一起评审',
]

/** Most people write what the next reader needs; one writes the same sentence for everybody, so that the log shows it. */
export function demoNote(random: RandomStream, copies: boolean): Omit<ActivityInput, 'at' | 'nextStepAt'> {
  const kind = pick(random, ['call', 'call', 'wechat', 'visit', 'email'] as const)
  if (copies)
    return { kind, result: 'connected', summary: '和客户沟通良好，后续保持跟进', nextStep: '继续跟进' }
  if (random.nextInt(5) === 0) return { kind: 'call', result: 'no_answer', summary: '没接通' }
  const result = pick(random, [
    'interested',
    'quote_requested',
    'meeting_set',
    'objection',
    'connected',
  ] as const)
  const summary = `${pick(random, WHO)}${pick(random, NEED)(2 + random.nextInt(30))}`
  return { kind, result, summary, nextStep: pick(random, NEXT), durationMinutes: 3 + random.nextInt(40) }
}

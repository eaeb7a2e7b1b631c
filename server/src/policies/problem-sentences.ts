import type { Problem, ProblemCode } from '@peineng/engine'
import type { Language } from '../platform/errors/sentences/index.ts'

type Sentences = Readonly<Record<ProblemCode, string>>

const en: Sentences = {
  WRONG_TYPE: 'wrong type, expected {expected}',
  REQUIRED: 'missing ({expected})',
  UNKNOWN_KEY: 'not known here; known: {expected}',
  NOT_ONE_OF: 'must be one of: {expected}',
  TOO_SMALL: 'must be at least {expected}',
  TOO_LARGE: 'must be at most {expected}',
  NOT_AN_INTEGER: 'must be an integer',
  EMPTY: 'must not be empty',
  TOO_DEEP: 'conditions may be nested {expected} deep at most',
  NOT_A_CONDITION: 'is not a condition: give all, any, not, or field and op',
  UNKNOWN_FIELD: 'no such field; known: {expected}',
  OPERATOR_NOT_FOR_TYPE: 'this field takes: {expected}',
  VALUE_NOT_FOR_FIELD: 'the value does not fit the field, expected {expected}',
  VALUE_NOT_ALLOWED: 'this field takes only: {expected}',
  BOUNDS_REVERSED: 'bounds the wrong way round, expected {expected}',
  DUPLICATE: 'must be unique',
  UNKNOWN_TIME_ZONE: 'no such time zone; for example {expected}',
  UNKNOWN_SLA_CLASS: 'no such SLA class; known: {expected}',
  NOT_JSON: 'is not valid JSON',
}

const zhCn: Sentences = {
  WRONG_TYPE: '类型不对，应为{expected}',
  REQUIRED: '缺少这一项（{expected}）',
  UNKNOWN_KEY: '没有这一项；可用：{expected}',
  NOT_ONE_OF: '只能是：{expected}',
  TOO_SMALL: '不能小于 {expected}',
  TOO_LARGE: '不能大于 {expected}',
  NOT_AN_INTEGER: '必须是整数',
  EMPTY: '不能为空',
  TOO_DEEP: '条件嵌套不能超过 {expected} 层',
  NOT_A_CONDITION: '不是条件：应为 all、any、not，或 field 与 op',
  UNKNOWN_FIELD: '没有这个字段；可用：{expected}',
  OPERATOR_NOT_FOR_TYPE: '这个字段只能用：{expected}',
  VALUE_NOT_FOR_FIELD: '值与字段不符，应为 {expected}',
  VALUE_NOT_ALLOWED: '这个字段的值只能是：{expected}',
  BOUNDS_REVERSED: '上下限颠倒，应为 {expected}',
  DUPLICATE: '重复，必须唯一',
  UNKNOWN_TIME_ZONE: '没有这个时区，例如 {expected}',
  UNKNOWN_SLA_CLASS: '没有这个响应等级；可用：{expected}',
  NOT_JSON: '不是有效的 JSON',
}

/** What is wrong at a place of a document and what would be right, in both languages. */
export function saysProblem({ code, expected }: Problem): Readonly<Record<Language, string>> {
  const shown = (separator: string): string =>
    typeof expected === 'object' ? expected.join(separator) : String(expected)
  return {
    en: en[code].replace('{expected}', () => shown(', ')),
    'zh-CN': zhCn[code].replace('{expected}', () => shown('、')),
  }
}

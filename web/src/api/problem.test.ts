import { beforeEach, expect, it } from 'vitest'
import { fieldErrors, problemSentence } from '../app/problem-sentence.ts'
import { switchLocale } from '../i18n/locale.ts'
import { readProblem } from './problem.ts'

beforeEach(() => switchLocale('zh-CN'))

it('a refusal is one sentence, and its faults stand at their fields', () => {
  const problem = readProblem(422, {
    type: 'urn:peineng:problem:VALIDATION_FAILED',
    status: 422,
    code: 'VALIDATION_FAILED',
    errors: [
      { field: 'contacts.0.phone', code: 'too_small', message: '至少 7 个字符' },
      { field: 'email', code: 'invalid_format', message: '须为邮箱地址，如 li@example.com' },
      { field: 'name', code: 'required', message: '必填' },
      { field: 'level', code: 'unheard_of' },
    ],
  })
  expect(problemSentence(problem)).toBe('有几项需要修改。')
  expect(fieldErrors(problem)).toEqual({
    'contacts.0.phone': '至少 7 个字符。',
    email: '须为邮箱地址，如 li@example.com。',
    name: '请填写这一项。',
    level: '这一项填写有误。',
  })
})

it('a refusal with many possible reasons says which one it is', () => {
  const refused = (detail: string) => problemSentence(readProblem(403, { code: 'FORBIDDEN', detail }))
  expect(refused('这个角色高于您的角色')).toBe('这个角色高于您的角色。')
})

it('a proxy’s HTML page is still an error somebody can understand', () => {
  expect(problemSentence(readProblem(502, undefined))).toBe('服务器出了问题，已记录。编号：HTTP_502')
  expect(problemSentence(readProblem(404, '<html>'))).toContain('没有找到')
})

it('facts beside the standard ones are kept for the sentence', () => {
  expect(readProblem(409, { code: 'ALREADY_OWNED', owner: '王佳宁' }).facts.extra).toEqual({
    owner: '王佳宁',
  })
})

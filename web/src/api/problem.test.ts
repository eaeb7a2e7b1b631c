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
      { field: 'contacts.0.phone', code: 'too_small', message: 'x' },
      { field: 'email', code: 'invalid_format', message: 'x' },
    ],
  })
  expect(problemSentence(problem)).toBe('有几项需要修改。')
  expect(fieldErrors(problem)).toEqual({ 'contacts.0.phone': '内容太短。', email: '这一项填写有误。' })
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

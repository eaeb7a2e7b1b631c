import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod'
import { ProblemError } from '../errors/catalogue.ts'
import { type SentenceKey, says } from '../errors/sentences/index.ts'
import { fieldErrors, unstorableField, valueAt } from './field-errors.ts'
import { languageOf } from './guard.ts'

const TYPE = 'application/problem+json; charset=utf-8'

/** Every error leaves as RFC 9457; what nobody expected is logged with its stack and answered without it. */
export function installProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) =>
    sendProblem(toProblem(error, request), error, request, reply),
  )
  app.setNotFoundHandler((request, reply) => {
    const problem = new ProblemError('NOT_FOUND', {
      detail: says('no_route', { route: `${request.method} ${request.url.split('?')[0]}` }),
    })
    return sendProblem(problem, problem, request, reply)
  })
}

function sendProblem(
  problem: ProblemError,
  cause: Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (problem.status >= 500) request.log.error({ err: cause }, 'request failed')
  else if (!(cause instanceof ProblemError) && refusalOf(cause, null) !== null)
    request.log.warn({ err: cause }, 'a value cannot be stored')
  const wait = problem.details.extra?.['retryAfterSeconds']
  if (typeof wait === 'number') reply.header('retry-after', wait)
  return reply
    .code(problem.status)
    .header('content-type', TYPE)
    .send(JSON.stringify(problem.toProblem(languageOf(request))))
}

/**
 * SQLSTATEs of a value the database cannot hold: a NUL in a text, a number or year beyond its type, a cursor somebody
 * made up. It came with the request, so the request is refused.
 */
const UNSTORABLE = new Set(['22003', '22007', '22008', '22009', '22021', '22P02', '22P05'])

/** The refusal an error stands for; null = nobody expected it. `body` is where to look for what was meant. */
export function refusalOf(error: unknown, body: unknown): ProblemError | null {
  if (error instanceof ProblemError) return error
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string' || !UNSTORABLE.has(code)) return null
  const field = unstorableField(body)
  return new ProblemError('VALIDATION_FAILED', {
    detail: 'not_storable',
    ...(field === null ? {} : { errors: [{ field, code: 'not_storable', message: 'whole_characters' }] }),
  })
}

function toProblem(error: FastifyError, request: FastifyRequest): ProblemError {
  const { body } = request
  const refusal = refusalOf(error, body)
  if (refusal !== null) return refusal
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new ProblemError('VALIDATION_FAILED', {
      errors: error.validation.flatMap((issue) => {
        const path = issue.instancePath.replace(/^\//, '').replaceAll('/', '.')
        const where = error.validationContext
        const inBody = where === undefined || where === 'body'
        return fieldErrors(
          {
            ...issue.params,
            path: inBody ? path : `${where}.${path}`,
            code: issue.keyword,
            message: issue.message ?? '',
          },
          valueAt(inBody ? body : request[where === 'querystring' ? 'query' : where], path) === undefined,
        )
      }),
    })
  }
  if (isResponseSerializationError(error)) return new ProblemError('INTERNAL')
  const status = error.statusCode ?? 500
  const detail = requestFaults[error.code]
  const details = detail === undefined ? {} : { detail }
  if (status === 429) return new ProblemError('RATE_LIMITED', { detail: 'try_again_in_a_minute' })
  if (status === 413) return new ProblemError('PAYLOAD_TOO_LARGE', details)
  if (status === 415) return new ProblemError('UNSUPPORTED_MEDIA_TYPE', details)
  if (status >= 400 && status < 500) return new ProblemError('MALFORMED_REQUEST', details)
  return new ProblemError('INTERNAL')
}

/** What Fastify refuses before a route sees it, by its codes. */
const requestFaults: Readonly<Record<string, SentenceKey>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'empty_json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media_type',
}

import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod'
import { ProblemError } from '../errors/catalogue.ts'
import { fieldErrors, unstorableField } from './field-errors.ts'

const TYPE = 'application/problem+json; charset=utf-8'

/** Every error leaves as RFC 9457; what nobody expected is logged with its stack and answered without it. */
export function installProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) =>
    sendProblem(toProblem(error, request.body), error, request, reply),
  )
  app.setNotFoundHandler((request, reply) => {
    const problem = new ProblemError('NOT_FOUND', {
      detail: `${request.method} ${request.url.split('?')[0]}`,
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
  return reply.code(problem.status).header('content-type', TYPE).send(JSON.stringify(problem.toProblem()))
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
    detail: 'a value cannot be stored: a text with a NUL, or a number or time out of range',
    ...(field === null
      ? {}
      : { errors: [{ field, code: 'not_storable', message: 'must hold whole characters and no NUL' }] }),
  })
}

function toProblem(error: FastifyError, body: unknown): ProblemError {
  const refusal = refusalOf(error, body)
  if (refusal !== null) return refusal
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new ProblemError('VALIDATION_FAILED', {
      errors: error.validation.flatMap((issue) => {
        const path = issue.instancePath.replace(/^\//, '').replaceAll('/', '.')
        const where = error.validationContext
        return fieldErrors({
          ...issue.params,
          path: where === undefined || where === 'body' ? path : `${where}.${path}`,
          code: issue.keyword,
          message: issue.message ?? 'is not acceptable',
        })
      }),
    })
  }
  if (isResponseSerializationError(error)) return new ProblemError('INTERNAL')
  const status = error.statusCode ?? 500
  if (status === 429) return new ProblemError('RATE_LIMITED', { detail: error.message })
  if (status === 413) return new ProblemError('PAYLOAD_TOO_LARGE', { detail: error.message })
  if (status === 415) return new ProblemError('UNSUPPORTED_MEDIA_TYPE', { detail: error.message })
  if (status >= 400 && status < 500) return new ProblemError('MALFORMED_REQUEST', { detail: error.message })
  return new ProblemError('INTERNAL')
}

import type { LightMyRequestResponse } from 'fastify'
import {
  createIdentity,
  type Identity,
  type IdentityOptions,
  identityRoutes,
  SESSION_COOKIE,
} from '../src/identity/index.ts'
import { type App, createApp } from '../src/platform/http/index.ts'
import { openTestPlatform, type TestPlatform } from './test-platform.ts'

export interface Ask {
  readonly cookie?: string | undefined
  readonly key?: string | undefined
  readonly version?: number | undefined
  readonly headers?: Record<string, string>
}

export interface Answer<T = Record<string, unknown>> {
  readonly status: number
  readonly body: T
  readonly cookie: string | undefined
  readonly response: LightMyRequestResponse
}

export interface SliceApp {
  readonly platform: TestPlatform
  readonly identity: Identity
  readonly app: App
  ask<T = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    ask?: Ask,
  ): Promise<Answer<T>>
  end(): Promise<void>
}

/** An app of identity and whatever `furnish` registers besides: a slice's routes without the rest of the house. */
export async function openSliceApp(
  furnish: (app: App, platform: TestPlatform, identity: Identity) => void = () => {},
  options: IdentityOptions & {
    readonly platform?: Partial<Pick<TestPlatform, 'publicUrl' | 'smtpUrl'>>
  } = {},
): Promise<SliceApp> {
  const platform = { ...(await openTestPlatform()), ...options.platform }
  const identity = createIdentity(platform, options)
  const app = await createApp({
    log: platform.log,
    gatekeeper: identity.gatekeeper,
    trustProxy: false,
    version: 'test',
    publicRateLimit: 0,
  })
  identityRoutes(app, identity)
  furnish(app, platform, identity)
  await app.ready()
  return {
    platform,
    identity,
    app,
    async ask<T>(
      method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
      url: string,
      body?: unknown,
      ask: Ask = {},
    ) {
      const response = await app.inject({
        method,
        url,
        headers: {
          ...(ask.key === undefined ? {} : { authorization: `Bearer ${ask.key}` }),
          ...(ask.version === undefined ? {} : { 'if-match': `"${ask.version}"` }),
          ...ask.headers,
        },
        ...(ask.cookie === undefined ? {} : { cookies: { [SESSION_COOKIE]: ask.cookie } }),
        ...(body === undefined ? {} : { payload: body as Record<string, unknown> }),
      })
      const cookie = response.cookies.find((c) => c.name === SESSION_COOKIE)?.value
      return {
        status: response.statusCode,
        body: (response.body === '' ? null : response.json()) as T,
        cookie,
        response,
      }
    },
    async end() {
      await app.close()
      await platform.end()
    },
  }
}

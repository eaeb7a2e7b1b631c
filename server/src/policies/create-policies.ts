import {
  type CompiledPolicy,
  compilePolicy,
  defaultPolicy,
  type FieldDefinition,
  type Policy,
  parsePolicy,
} from '@peineng/engine'
import type { Platform } from '../platform/context.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { publishChange } from './publish-change.ts'
import { insertVersion, latestVersion, latestVersionNumber, readVersion } from './store.ts'

export interface PublishedPolicy {
  readonly version: number
  readonly hash: string
  readonly policy: Policy
}

export interface Policies {
  readonly platform: Platform
  /** The version in force. Throws where a tenant has none: `publishFirst` belongs to making a tenant. */
  current(db: TenantReader): Promise<PublishedPolicy>
  /** Its number alone: what a cache asks for. */
  currentVersion(db: TenantReader): Promise<number>
  /** A version of the past, for replay; null where there never was one. */
  version(db: TenantReader, version: number): Promise<PublishedPolicy | null>
  /** Version 1 of a new company: the default policy in its time zone, or the one given. */
  publishFirst(db: TenantWriter, now: number, policy?: Policy): Promise<void>
  /** The policy in force with one thing changed, as a new version; a draft is changed alike, not published. */
  publishChange: typeof publishChange
  /** A document as the engine takes it; throws for one that was stored by a version we no longer read. */
  compile(policy: Policy, customFields: readonly FieldDefinition[]): CompiledPolicy
}

export function createPolicies(platform: Platform): Policies {
  const published = (row: { version: number; hash: string; document: unknown }): PublishedPolicy => {
    const parsed = parsePolicy(row.document)
    if (!parsed.ok)
      throw new Error(
        `policy version ${row.version} is stored but not readable: ${parsed.error[0]?.path ?? ''}`,
      )
    return { version: row.version, hash: row.hash, policy: parsed.value }
  }
  return {
    platform,
    async current(db) {
      const row = await latestVersion(db)
      if (row === null) throw new Error('this tenant has no policy')
      return published(row)
    },
    currentVersion: latestVersionNumber,
    async version(db, version) {
      const row = await readVersion(db, version)
      return row === null ? null : published(row)
    },
    async publishFirst(db, now, policy) {
      const [tenant] = await db.query<{ time_zone: string }>('select time_zone from tenant where id = $1', [
        db.tenantId,
      ])
      const document: Policy = policy ?? {
        ...defaultPolicy(),
        timeZone: tenant?.time_zone ?? 'Asia/Shanghai',
      }
      await insertVersion(db, {
        version: 1,
        document,
        hash: compilePolicy(document, []).hash,
        note: '',
        rolledBackTo: null,
        publishedBy: null,
        publishedAt: new Date(now),
      })
    },
    publishChange,
    compile: compilePolicy,
  }
}

import type { TenantWriter } from '../platform/database/index.ts'

/** Runs in the transaction that makes a company: what a new one is furnished with (calendar, first policy …). */
export type Founder = (db: TenantWriter, now: number) => Promise<void>

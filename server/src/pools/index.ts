export { createPools, type Pools } from './create-pools.ts'
export type { ItemProtection } from './protections-of.ts'
export type { Recalled, RecallOrder } from './recall-into-pools.ts'

/** Advisory locks of the process life cycle: the first key says "ours" ('peng'), the second what for. */
export const LOCK_SPACE = 0x70656e67

export const LOCK = {
  /** Held shared by every process that uses the embedded PostgreSQL; the last one out can take it whole. */
  inUse: 1,
  /** Held by the one `serve` of a data folder. */
  serve: 2,
  /** Held while roles and database are made. */
  prepare: 3,
} as const

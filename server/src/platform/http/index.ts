export { type App, type AppOptions, createApp } from './app.ts'
export { fieldErrors } from './field-errors.ts'
export { languageOf, principalOf, reachOf } from './guard.ts'
export {
  type IdempotencyClaim,
  idempotencyOf,
  type StoredAnswer,
  storedAnswer,
  writeOnce,
} from './idempotency.ts'
export { versionMismatch, versionOf } from './if-match.ts'
export { decodeCursor, encodeCursor, pageOf, pageQuery } from './page.ts'
export type { Gatekeeper, Language, Principal, Reach } from './principal.ts'
export { refusalOf } from './problems.ts'
export { type Routes, routesOf } from './routes-of.ts'

export { type App, type AppOptions, createApp } from './app.ts'
export { fieldErrors, valueAt } from './field-errors.ts'
export { callerOf, languageOf, principalOf, reachOf } from './guard.ts'
export {
  type IdempotencyClaim,
  idempotencyOf,
  type StoredAnswer,
  storedAnswer,
  writeOnce,
} from './idempotency.ts'
export { versionMismatch, versionOf } from './if-match.ts'
export { cutPage, decodeCursor, encodeCursor, type Page, pageOf, pageQuery } from './page.ts'
export type { Caller, Gatekeeper, Language, Principal, Reach } from './principal.ts'
export { refusalOf } from './problems.ts'
export { type Routes, routesOf } from './routes-of.ts'

export {
  type BacklogFacts,
  type ClaimFacts,
  type ClaimRefusal,
  type ClaimRefusalCode,
  type ClaimTerms,
  claimRefusals,
  judgeClaim,
} from './claim-rules.ts'
export { type Bid, drawGrab, type GrabTicket, ticketsOf } from './grab.ts'
export {
  defaultProtection,
  type Protection,
  type ProtectionBasis,
  type ProtectionExemption,
  type ProtectionInput,
  type ProtectionTerms,
  protectionOf,
} from './protection.ts'

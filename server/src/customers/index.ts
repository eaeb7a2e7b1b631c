export {
  type ActivityInput,
  activityAnswer,
  activityBody,
  activityLogged,
  newActivityOf,
} from './activities/activity-body.ts'
export type { MarkedActivity, NewActivity } from './activities/mark-activity.ts'
export { type NoteRow, readNotes } from './activities/read-notes.ts'
export {
  type AttributeDefinition,
  type AttributeEntity,
  attributeEntities,
  checkCustom,
} from './attributes/check-custom.ts'
export type { FieldCatalogue } from './attributes/field-catalogue.ts'
export * from './bulk/index.ts'
export {
  type Customers,
  type CustomersOptions,
  createCustomers,
  type ItemSource,
  type PlacedItem,
  type Placer,
} from './create-customers.ts'
export { customerRoutes } from './customer-routes.ts'
export type { LeadAssessor } from './leads/edit-lead.ts'
export { toFacts } from './leads/facts.ts'
export type { Duplicate, DuplicateCandidate } from './leads/find-duplicates.ts'
export { type Follower, findFollower } from './leads/find-followers.ts'
export type { IdentityKey, IdentityKind } from './leads/identity-key.ts'
export { type ItemLabel, labelItems } from './leads/label-items.ts'
export { leadFilterOf, leadFilterQuery } from './leads/lead-filter-query.ts'
export {
  customValue,
  isPlausible,
  type LeadInput,
  leadFields,
  leadInput,
  longestText,
  numberBounds,
} from './leads/lead-input.ts'
export type { LeadRow } from './leads/lead-row.ts'
export type { Closing } from './leads/mark-closed.ts'
export type { MatchedAccount } from './leads/match-accounts.ts'
export type { LeadAssessment, NewLead } from './leads/new-lead.ts'
export { type LeadWarning, type NormalisedLead, normaliseLead } from './leads/normalise-lead.ts'
export { type LeadJson, leadShape, personShape, type ReasonText, reasonShape } from './leads/present-lead.ts'
export type { ItemFacts } from './leads/read-items.ts'
export type { HeldIdentity, IdentityClaim } from './leads/reserve-identities.ts'
export type { LeadFilter } from './leads/store.ts'
export { companyKey } from './normalise/company.ts'
export { maskEmail, normaliseEmail } from './normalise/email.ts'
export { maskContacts } from './normalise/mask-text.ts'
export { GREATEST_AMOUNT, parseAmount } from './normalise/money.ts'
export { maskPhone, normalisePhone } from './normalise/phone.ts'
export { placesAgree } from './normalise/places.ts'
export { erasePersonRecord } from './persons/erase-person.ts'
export { exportPersonRecord } from './persons/export-person.ts'
export type { PersonKind } from './persons/person.ts'
export type { ItemDescription } from './records/describe-items.ts'
export { type ItemTitle, itemTitles } from './records/item-titles.ts'
export { recordKinds } from './records/kinds.ts'
export { createRecord, opportunityFacts, type RecordWriter } from './records/write-record.ts'
export { unreadItems } from './unread-items.ts'
export { refuseContact } from './unseen-contacts.ts'
export { type Visibility, visibilityOf } from './visibility.ts'

export { builtInFields, createFieldSet, customPrefix, type FieldSet } from './fields.ts'
export { canonicalOption } from './option-aliases.ts'

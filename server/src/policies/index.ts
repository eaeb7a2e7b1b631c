export { createPolicies, type Policies, type PublishedPolicy } from './create-policies.ts'
export { editDraft } from './edit-draft.ts'
export { publishDraft } from './publish-policy.ts'
export { policyRoutes } from './routes.ts'

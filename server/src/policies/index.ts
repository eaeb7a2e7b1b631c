export { createPolicies, type Policies, type PublishedPolicy } from './create-policies.ts'
export { policyRoutes } from './routes.ts'

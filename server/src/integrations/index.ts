export { createIntegrations, type Integrations } from './create-integrations.ts'
export { webhookRoutes as integrationRoutes } from './webhooks/routes.ts'

export { createHandovers } from './create-handovers.ts'
export { handoverRoutes } from './routes.ts'
export type { Handovers } from './services.ts'

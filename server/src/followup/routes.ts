import type { App } from '../platform/http/index.ts'
import { clockRoutes } from './clock-routes.ts'
import type { Followup } from './create-followup.ts'
import { loadRoutes } from './load-routes.ts'
import { triggerRoutes } from './trigger-routes.ts'

export function followupRoutes(app: App, followup: Followup): void {
  clockRoutes(app, followup)
  triggerRoutes(app, followup)
  loadRoutes(app, followup)
}

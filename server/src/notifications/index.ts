import type { App } from '../platform/http/index.ts'
import type { Notifications } from './create-notifications.ts'
import { deliveryRoutes } from './delivery-routes.ts'
import { noticeRoutes } from './notice-routes.ts'
import { preferenceRoutes } from './preference-routes.ts'
import { robotRoutes } from './robots/routes.ts'

export function notificationRoutes(app: App, notifications: Notifications): void {
  noticeRoutes(app, notifications)
  preferenceRoutes(app, notifications)
  robotRoutes(app, notifications)
  deliveryRoutes(app, notifications)
}

export { createNotifications, type Notifications } from './create-notifications.ts'
export { noticeTraces } from './person-traces.ts'
export { noticeData } from './personal-data.ts'

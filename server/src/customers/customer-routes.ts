import type { App } from '../platform/http/index.ts'
import { activityReportRoutes } from './activities/report-routes.ts'
import { activityRoutes } from './activities/routes.ts'
import { attributeRoutes } from './attributes/routes.ts'
import type { Customers } from './create-customers.ts'
import { leadRoutes } from './leads/routes.ts'
import { recordKinds } from './records/kinds.ts'
import { recordRoutes } from './records/routes.ts'
import { timelineRoutes } from './timeline/routes.ts'
import { viewRoutes } from './views/routes.ts'

/** All routes of this slice. */
export function customerRoutes(app: App, customers: Customers): void {
  attributeRoutes(app, customers.platform)
  leadRoutes(app, customers)
  timelineRoutes(app, customers)
  viewRoutes(app, customers.platform)
  activityRoutes(app, customers)
  activityReportRoutes(app, customers)
  for (const kind of Object.values(recordKinds)) recordRoutes(app, customers, kind)
}

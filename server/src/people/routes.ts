import { type App, routesOf } from '../platform/http/index.ts'
import { organisationRoutes } from './organisation-routes.ts'
import { repRoutes } from './rep-routes.ts'
import type { PeopleService } from './service.ts'
import { timeRoutes } from './time-routes.ts'

export function peopleRoutes(
  app: App,
  people: Pick<PeopleService, 'companyCapacity'>,
  platform: PeopleService['platform'],
): void {
  const routes = routesOf(app)
  const service = { platform, companyCapacity: people.companyCapacity }
  repRoutes(routes, service)
  organisationRoutes(routes, service)
  timeRoutes(routes, service)
}

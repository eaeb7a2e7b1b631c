import { type App, routesOf } from '../platform/http/index.ts'
import { companyRoutes } from './company-routes.ts'
import { memberRoutes } from './member-routes.ts'
import { securityRoutes } from './security-routes.ts'
import type { IdentityService } from './service.ts'
import { sessionRoutes } from './session-routes.ts'

export function identityRoutes(app: App, identity: { readonly service: IdentityService }): void {
  const routes = routesOf(app)
  sessionRoutes(routes, identity.service)
  securityRoutes(routes, identity.service)
  memberRoutes(routes, identity.service)
  companyRoutes(routes, identity.service)
}

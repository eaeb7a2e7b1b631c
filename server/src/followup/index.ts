export { createFollowup, type Followup } from './create-followup.ts'
export { followupRoutes } from './routes.ts'

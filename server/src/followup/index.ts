export { createFollowup, type Followup } from './create-followup.ts'

export { createIntake, type Intake } from './create-intake.ts'
export { createLead } from './create-lead.ts'
export * from './import/index.ts'
export { intakeRoutes } from './routes.ts'

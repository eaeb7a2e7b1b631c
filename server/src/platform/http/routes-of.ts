import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { App } from './app.ts'

/** The app as a slice registers routes on it: zod schemas give handlers their types. */
export const routesOf = (app: App) => app.withTypeProvider<ZodTypeProvider>()

export type Routes = ReturnType<typeof routesOf>

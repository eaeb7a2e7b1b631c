import type { Assignment } from '../../assignment/index.ts'
import type { Platform } from '../../platform/context.ts'

export interface ImportServices {
  readonly platform: Platform
  readonly assignment: Assignment
}

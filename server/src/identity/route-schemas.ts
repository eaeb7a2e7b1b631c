import { isTimeZone } from '@peineng/engine'
import { z } from 'zod'
import { permissionNames, roleNames } from './permissions.ts'

export const name = z.string().trim().min(1).max(100)
export const email = z.email().max(200)
/** Ten characters against ten guesses a quarter of an hour; any script, blanks included. */
export const password = z.string().min(10).max(200)
export const role = z.enum(roleNames)
export const permission = z.enum(permissionNames)
export const language = z.enum(['zh-CN', 'en'])
export const timeZone = z.string().max(60).refine(isTimeZone, 'iana_zone')
export const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{1,62}$/, 'slug_form')
export const secondFactor = {
  totp: z.string().max(20).optional().describe('code of the authenticator app'),
  recoveryCode: z.string().max(40).optional().describe('instead of the code, once'),
}
export const byId = z.object({ id: z.uuid() })
export const nothing = z.null().describe('nothing')

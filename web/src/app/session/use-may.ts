import { useSession } from './session.ts'

/** What may be shown to whoever is signed in: a button appears only where the session's permissions allow its act. */
export function useMay(): (permission: string) => boolean {
  const permissions = useSession().data?.permissions
  return (permission) => permissions !== undefined && permission in permissions
}

import type { QueryClient } from '@tanstack/react-query'
import { lazyRouteComponent } from '@tanstack/react-router'
import { Sprout } from 'lucide-react'
import type { ComponentType } from 'react'
import { useLocale } from '../i18n/locale.ts'
import { m } from '../i18n/messages.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { queryClient } from './query-client.ts'
import { sessionQuery } from './session/session.ts'

type Search = Record<string, unknown>
type ScreenModule = {
  Screen: ComponentType
  /** Asks for what the screen shows first, as soon as somebody is on the way to it. */
  prepare?: (client: QueryClient, search: Search) => void
}

/** Every `features/<slice>/<name>-screen.tsx` that exports `Screen`, each a chunk of its own. */
const files = import.meta.glob<ScreenModule>('../features/*/*-screen.tsx')

/**
 * A route's component: loaded when first visited, rendered anew when the language changes (nothing between here and the
 * screen is memoised, so state and typed text stay). A slice whose screen is not part of this build says so.
 */
export function screen(slice: string, name: string, title: () => string) {
  const load = files[`../features/${slice}/${name}-screen.tsx`]
  if (!load) {
    return function NotInThisBuild() {
      useLocale()
      return (
        <div className="pt-[10vh]">
          <EmptyState icon={<Sprout />} title={m.app_not_yet_title()}>
            {m.app_not_yet_detail({ screen: title() })}
          </EmptyState>
        </div>
      )
    }
  }
  const Loaded = lazyRouteComponent(load, 'Screen') as ComponentType & { preload?: () => Promise<void> }
  function Screen() {
    useLocale()
    return <Loaded />
  }
  return Object.assign(Screen, { preload: () => Loaded.preload?.() })
}

/** A loader that waits for nothing: the screen is shown at once, with its first answer already on the way. */
export function prepared(slice: string, name: string) {
  const load = files[`../features/${slice}/${name}-screen.tsx`]
  return ({ location, cause }: { location: { search: object }; cause: string }): void => {
    // Who is not known to be here would only be refused; a screen that stays asks for itself.
    if (!load || cause === 'stay' || queryClient.getQueryData(sessionQuery.queryKey) === undefined) return
    // A screen that cannot be fetched says so itself.
    load().then(
      (part) => part.prepare?.(queryClient, location.search as Search),
      () => undefined,
    )
  }
}

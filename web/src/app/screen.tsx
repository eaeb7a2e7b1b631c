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
  /** Fetches the parts of the screen that come after its first rows but are always there. */
  warm?: () => void
}

/** Every `features/<slice>/<name>-screen.tsx` that exports `Screen`, each a chunk of its own. */
const files = import.meta.glob<ScreenModule>('../features/*/*-screen.tsx')

/** Code that has arrived, by file: what is here need not be waited for, not even for the turn of a promise. */
const arrived = new Map<string, ScreenModule>()

function loaderOf(slice: string, name: string): (() => Promise<ScreenModule>) | undefined {
  const file = fileOf(slice, name)
  const load = files[file]
  return (
    load &&
    (async () => {
      const part = await load()
      arrived.set(file, part)
      return part
    })
  )
}

const fileOf = (slice: string, name: string): string => `../features/${slice}/${name}-screen.tsx`

/**
 * A route's component: loaded when first visited, rendered anew when the language changes (nothing between here and the
 * screen is memoised, so state and typed text stay). A slice whose screen is not part of this build says so.
 */
export function screen(slice: string, name: string, title: () => string) {
  const load = loaderOf(slice, name)
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
  return Object.assign(Screen, {
    preload: () => Loaded.preload?.(),
    warm: () => arrived.get(fileOf(slice, name))?.warm?.(),
  })
}

/**
 * A loader that waits for nothing: the screen is shown at once, with its first answer already on the way. Asked before
 * the screen is drawn, the server works meanwhile; asked a promise later, it would be after the drawing and behind the
 * thirty files of the screen's tool bar.
 */
export function prepared(slice: string, name: string) {
  const load = loaderOf(slice, name)
  return ({ location, cause }: { location: { search: object }; cause: string }): void => {
    // Who is not known to be here would only be refused; a screen that stays asks for itself.
    if (!load || cause === 'stay' || queryClient.getQueryData(sessionQuery.queryKey) === undefined) return
    const prepare = (part: ScreenModule) => part.prepare?.(queryClient, location.search as Search)
    const here = arrived.get(fileOf(slice, name))
    if (here) prepare(here)
    // A screen that cannot be fetched says so itself.
    else load().then(prepare, () => undefined)
  }
}

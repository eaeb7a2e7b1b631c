import { lazyRouteComponent } from '@tanstack/react-router'
import { Sprout } from 'lucide-react'
import type { ComponentType } from 'react'
import { useLocale } from '../i18n/locale.ts'
import { m } from '../i18n/messages.ts'
import { EmptyState } from '../ui/empty-state.tsx'

type ScreenModule = { Screen: ComponentType }

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

import { QueryClientProvider } from '@tanstack/react-query'
import { createRouter, RouterProvider } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useLocale } from '../i18n/locale.ts'
import { m } from '../i18n/messages.ts'
import { CrashPage, NotFoundPage } from './crash-page.tsx'
import { queryClient } from './query-client.ts'
import { routeTree } from './routes.tsx'

const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  // Nothing is shown for an answer within 200 ms; then skeletons, and those not for a blink.
  defaultPendingMs: 200,
  defaultPendingMinMs: 250,
  scrollRestoration: true,
  defaultErrorComponent: CrashPage,
  defaultNotFoundComponent: NotFoundPage,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

export function App() {
  const locale = useLocale()
  const spoken = useRef(locale)
  useEffect(() => {
    if (spoken.current === locale) return
    spoken.current = locale
    // Reasons and notices are sentences of the server, in the language they were asked for.
    void queryClient.invalidateQueries()
  }, [locale])
  useEffect(() => {
    document.title = locale === 'zh-CN' ? `${m.app_name()} Peineng` : 'Peineng'
  }, [locale])
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  )
}

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { listenForInstall } from './app/install.ts'
import { startTheme } from './app/theme.ts'
import { loadChineseFontWhereMissing } from './styles/chinese-font.ts'
import { preloadToaster } from './ui/notify.ts'
import './styles/app.css'

startTheme()
listenForInstall()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
const show = () =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
// A font that cannot be fetched is no reason to show nothing.
loadChineseFontWhereMissing().then(show, show)

const whenIdle = window.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 2000))
whenIdle(preloadToaster)
// Under the development server files change by the minute; a worker would show those of before.
if (import.meta.env.PROD)
  whenIdle(
    () =>
      void import('./app/offline/start-worker.ts')
        .then(({ startWorker }) => startWorker())
        .catch(() => undefined),
  )

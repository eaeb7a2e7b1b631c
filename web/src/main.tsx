import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { startTheme } from './app/theme.ts'
import { loadChineseFontWhereMissing } from './styles/chinese-font.ts'
import { preloadToaster } from './ui/notify.ts'
import './styles/app.css'

startTheme()
loadChineseFontWhereMissing()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

const whenIdle = window.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 2000))
whenIdle(preloadToaster)

import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { messagesPlugin } from './messages-plugin.ts'
import { offlinePlugin } from './offline-plugin.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  root,
  plugins: [messagesPlugin(), react(), tailwindcss(), offlinePlugin()],
  server: { port: 7310, proxy: { '/api': 'http://127.0.0.1:7300' } },
  preview: { port: 7311 },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    // Fonts stay files: inlined as data they would be downloaded by people who never need them.
    assetsInlineLimit: 0,
  },
})

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
    // The charts are 655 kB, lazy and alone in it; what is downloaded has budgets, in scripts/check-budgets.mjs.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // Every file is named in the entry and in whatever imports it: words in names cost 2 KiB of each first visit.
        chunkFileNames: 'assets/[hash:7].js',
        // What the entry imports is needed by every page: one file instead of eleven, 5 KiB less.
        codeSplitting: { groups: [{ name: 'app', tags: ['$initial'] }] },
      },
    },
  },
})

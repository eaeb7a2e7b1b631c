import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  test: {
    name: 'web',
    environment: 'happy-dom',
    testTimeout: 60_000,
    include: ['src/**/*.test.{ts,tsx}'],
    globalSetup: [fileURLToPath(new URL('./scripts/messages/before-tests.mjs', import.meta.url))],
  },
})

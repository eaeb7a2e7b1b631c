import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        // Patience for busy machines: no test measures time, so a long limit hides nothing.
        test: { name: 'engine', root: 'engine', include: ['src/**/*.test.ts'], testTimeout: 120_000 },
      },
      {
        test: {
          name: 'server',
          root: 'server',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          globalSetup: ['./test/global-setup.ts'],
          // One real PostgreSQL serves all files; each file gets a database of its own.
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      './web/vitest.config.ts',
    ],
  },
})

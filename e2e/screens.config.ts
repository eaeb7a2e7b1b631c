import { mergeConfig } from 'vitest/config'
import tests from './vitest.config.ts'

// `npm run screens`: pictures for people to look at, by the same browser and the same program as the tests.
const config = mergeConfig(tests, { test: { testTimeout: 3_600_000 } })
config.test.include = ['take-screens.ts']
export default config

import { defineConfig } from 'vitest/config'

// The React Router plugin stays out: tests run the modules as Node would, and the built server where a page is asked for.
export default defineConfig({
  test: {
    include: [
      'app/**/*.test.{ts,tsx}',
      'db/**/*.test.ts',
      'search/**/*.test.ts',
      'tests/**/*.test.ts',
    ],
    exclude: ['tests/e2e/**', 'node_modules/**', 'build/**'],
    setupFiles: ['tests/setup/fail-on-noise.ts'],
    globalSetup: ['tests/setup/global.ts'],
    testTimeout: 20_000,
    hookTimeout: 120_000,
    pool: 'threads',
    maxWorkers: 2,
  },
})

import { defineConfig } from 'vitest/config'

// Server JSX, as in tsconfig.json.
const oxc = { jsx: { runtime: 'automatic' as const, importSource: 'hono/jsx' } }

export default defineConfig({
  test: {
    projects: [
      {
        oxc,
        test: {
          name: 'engine',
          include: ['evidence/**/*.test.ts'],
          isolate: false,
          maxWorkers: 2,
          exclude: ['**/node_modules/**'],
          testTimeout: 60_000,
        },
      },
      {
        oxc,
        test: {
          name: 'app',
          include: ['app/**/*.test.{ts,tsx}', 'deploy/**/*.test.ts'],
          globalSetup: ['app/platform/database/test-server.ts'],
          // Files share what they import; each has a database of its own.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        oxc,
        test: {
          name: 'stories',
          include: ['stories/**/*.test.ts'],
          globalSetup: ['stories/fresh-data.ts'],
          // Each has an application, a database and a browser of its own; two keep each other's pauses busy.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})

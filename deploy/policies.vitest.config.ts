import { defineConfig } from 'vitest/config'

/** Only the policies' own tests: they need no database, so each of many small changes is tried in a moment. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: { include: ['app/policies.test.ts', 'app/policies-of-experiments.test.ts'] },
})

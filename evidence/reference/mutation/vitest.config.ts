import { defineConfig } from 'vitest/config'

/** The tests that are to notice mutations of the disclosure rules, the decision rule and the randomisation tests. */
export default defineConfig({
  test: {
    include: [
      'evidence/src/surveys/disclosure-rules.test.ts',
      'evidence/src/planning/decision-rule.test.ts',
      'evidence/src/two-groups/split-test.test.ts',
      'evidence/src/two-groups/subset-sums.test.ts',
      'evidence/src/two-groups/integer-sums.test.ts',
      'evidence/src/two-groups/blocked-test.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/.stryker-tmp/**'],
    testTimeout: 60_000,
  },
})

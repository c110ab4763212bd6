/** Writes `styles/tokens.css` from `tokens.ts`; run it after a change there. */
import { writeFileSync } from 'node:fs'
import { tokensCss } from './tokens.ts'

writeFileSync(new URL('styles/tokens.css', import.meta.url), tokensCss())

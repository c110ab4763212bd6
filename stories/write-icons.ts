// Draws the icons of home screens from the step mark: node stories/write-icons.ts. A changed picture gets a new number in
// app/ui/icons.ts, because browsers keep what they have fetched under a name.
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { iconAddresses, touchIcon } from '../app/ui/icons.ts'
import { openChromium } from './chromium.ts'

const folder = new URL('../app/ui/icons/', import.meta.url)
const drawing = readFileSync(new URL('icon.svg', folder), 'utf8')
const browser = await openChromium()
const sizes = new Map<string, number>([
  ...iconAddresses.map(({ src, size }): [string, number] => [src, size]),
  [touchIcon, 180],
])
for (const [src, size] of sizes) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${drawing}`,
  )
  writeFileSync(new URL(basename(src), folder), await page.screenshot())
}
await browser.close()

import type { FileAnswer } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { iconAddresses } from '../../ui/index.ts'

/** What a phone needs to keep the log on its home screen: name, icons and where it opens, in one language. */
export const quickLogManifestFile: FileAnswer<object> = {
  load: async () => ({}),
  answer: ({ visit }) => {
    const words = texts[visit.lang].phoneLog
    const start = visit.to('quick-log')
    const manifest = {
      id: start,
      name: words.appName,
      short_name: words.appShortName,
      description: words.appDescription,
      lang: visit.lang,
      dir: 'ltr',
      start_url: start,
      scope: '/',
      display: 'standalone',
      background_color: '#FBFAF6',
      theme_color: '#FBFAF6',
      icons: iconAddresses.map(({ src, size, purpose }) => ({
        src,
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose,
      })),
    }
    return new Response(JSON.stringify(manifest), {
      headers: { 'content-type': 'application/manifest+json', 'cache-control': 'no-cache' },
    })
  },
}

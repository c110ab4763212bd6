import type { Lang } from '../platform/language.ts'
import type { LayoutProps } from './layout.tsx'

/** What a page hands to `Layout`, for tests. */
export function examplePage(lang: Lang): LayoutProps {
  return {
    lang,
    title: 'Palvelun osat',
    canonical: `https://uskalla.example/${lang}/ui`,
    alternates: { fi: '/fi/ui', sv: '/sv/ui', en: '/en/ui' },
    home: `/${lang}`,
    serviceName: 'Uskalla',
    navigation: [
      { text: 'Ideat', href: '/fi/ideat' },
      { text: 'Kokeilut', href: '/fi/kokeilut', current: true },
    ],
    account: 'Aino Esimerkki',
    breadcrumb: [{ text: 'Etusivu', href: '/fi' }, { text: 'Palvelun osat' }],
    demo: 'Esittelykäyttö',
    footer: [{ text: 'Lähteet', href: '/fi/lahteet' }],
    search: { action: '/fi/haku', label: 'Hae kokeiluista' },
    assets: { css: '/assets/style.css', font: '/assets/font.woff2' },
  }
}

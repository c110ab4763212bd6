import type { MapDot } from './charts/finland-map.tsx'
import type { FaceWeek } from './charts/face-chart.tsx'
import type { TreeNode } from './charts/family-tree.tsx'
import type { ResourceItem } from './charts/resource-bars.tsx'
import type { ForestRow } from './charts/forest-chart.tsx'
import type { RunPoint } from './charts/run-chart.tsx'
import type { Step } from './data.tsx'
import type { Problem } from './problems.ts'

const monday = Date.parse('2026-02-02T00:00:00Z')

function weekday(weeks: number): string {
  return new Date(monday + weeks * 7 * 86_400_000).toISOString().slice(0, 10)
}

/** Made-up weekly kilograms of leftover lunch: eight weeks before, ten during, six after. */
export const lunchPoints: RunPoint[] = [
  41, 38, 44, 40, 39, 42, 37, 41, 36, 30, 27, 28, 24, 25, 22, 26, 21, 23, 24, 22, 20, 23, 25, 21,
].map((value, index) => ({
  date: weekday(index),
  value,
  phase: index < 8 ? 'before' : index < 18 ? 'during' : 'after',
  ...(index === 9 ? { note: 'Hiihtoloma, puolet paikalla' } : {}),
}))

export const lunchMarks = [
  { date: weekday(8), text: 'Ylijäämälounas myyntiin kello 12.30' },
  { date: weekday(13), text: 'Hinta laski eurosta 50 senttiin' },
]

export const moodWeeks: FaceWeek[] = [
  { weekStarting: weekday(8), counts: { glad: 4, even: 7, sad: 5 } },
  { weekStarting: weekday(9) },
  { weekStarting: weekday(10), counts: { glad: 9, even: 6, sad: 3 } },
  { weekStarting: weekday(11), counts: { glad: 12, even: 4, sad: 2 } },
]

export const resourceItems: ResourceItem[] = [
  { name: 'Aika', level: 3, words: 'Tunti viikossa kahdelta' },
  { name: 'Tahto', level: 4, words: 'Keittiö halusi itse' },
  { name: 'Luottamus', level: 2, words: 'Esihenkilö antoi luvan kokeilla' },
  { name: 'Hyvät yhteistyösuhteet', level: 3, words: 'Koulu ja palvelutalo tuttuja' },
  { name: 'Kumppanuus', level: undefined, words: '' },
  { name: 'Raha', level: 0, words: 'Ei tarvittu' },
]

export const lifeSteps: Step[] = [
  { text: 'Idea', state: 'done', detail: '12.1.2026' },
  { text: 'Suunnitelma', state: 'done', detail: 'lukittu 30.1.2026' },
  { text: 'Kokeilu', state: 'current', detail: 'viikko 6 / 10' },
  { text: 'Arviointi', state: 'ahead' },
  { text: 'Päätös', state: 'ahead' },
]

export const family: TreeNode = {
  title: 'Ylijäämälounas eurolla',
  href: '#puu',
  meta: 'Koivula 2024, levinnyt',
  children: [
    {
      title: 'Ylijäämälounas koulussa',
      href: '#puu',
      meta: 'Mäntylahti 2025, käynnissä',
      current: true,
      children: [
        {
          title: 'Lounas omaan rasiaan',
          href: '#puu',
          meta: 'Saarijoki 2026, suunnitteilla',
          children: [],
        },
      ],
    },
    { title: 'Lounas kotiin kello 13', href: '#puu', meta: 'Kuusela 2025, opittu', children: [] },
  ],
}

/** Places with real coordinates, so that the outline can be judged; what they did is made up. */
export const places: MapDot[] = [
  { name: 'Keitele', longitude: 26.35, latitude: 63.18, kind: 'running', label: 'Keitele', href: '#kartta' },
  {
    name: 'Ilomantsi',
    longitude: 30.93,
    latitude: 62.67,
    kind: 'stopped',
    label: 'Ilomantsi',
    href: '#kartta',
  },
  { name: 'Salo', longitude: 23.13, latitude: 60.39, kind: 'spread', label: 'Salo', href: '#kartta' },
  {
    name: 'Kemijärvi',
    longitude: 27.43,
    latitude: 66.71,
    kind: 'running',
    label: 'Kemijärvi',
    href: '#kartta',
  },
  { name: 'Helsinki', longitude: 24.94, latitude: 60.17, kind: 'plain' },
  { name: 'Utsjoki', longitude: 27.03, latitude: 69.91, kind: 'plain' },
  { name: 'Maarianhamina', longitude: 19.94, latitude: 60.1, kind: 'plain' },
  { name: 'Vaasa', longitude: 21.62, latitude: 63.1, kind: 'plain' },
  { name: 'Oulu', longitude: 25.47, latitude: 65.01, kind: 'plain' },
]

export const problems: Problem[] = [
  { field: 'maara', text: 'Kirjoita määrä numeroin, esimerkiksi 12 tai 3,5.' },
  { field: 'paiva', text: 'Kirjoita päivä muodossa pp.kk.vvvv, esimerkiksi 24.12.2025.' },
  { field: 'kaista', text: 'Valitse, tarvitaanko päätös.' },
]

export const diary =
  'Ensimmäinen päivä. Kolme kävi, kaikki naapuritalosta.\n\nKeittiö punnitsi hävikin: 21 kg.\nViime viikolla 24 kg.'

/** Made-up changes of five made-up municipalities. */
export const forestRows: ForestRow[] = [
  { name: 'Koivula', estimate: -9, low: -13, high: -5, weight: 0.27 },
  { name: 'Kuusela', estimate: -4, low: -10, high: 2, weight: 0.17 },
  { name: 'Haapala', estimate: -12, low: -17, high: -7, weight: 0.21 },
  { name: 'Leppälä', estimate: -6, low: -11, high: -1, weight: 0.21 },
  { name: 'Pihlajala', estimate: -8, low: -15, high: -1, weight: 0.14 },
]

/**
 * The colours of the look, light and dark, and the steps of type and space. `styles/tokens.css` is written from here
 * (`node app/ui/write-tokens.ts`); a test compares them and computes the contrasts.
 */
export const colours = {
  paper: ['#FBFAF6', '#121815'],
  card: ['#FFFFFF', '#1B2420'],
  ink: ['#1C2420', '#EDF1EC'],
  muted: ['#4F5B55', '#AEB9B2'],
  line: ['#D5D8CE', '#3A4741'],
  spruce: ['#14523F', '#7FCFB0'],
  'spruce-deep': ['#0D3B2D', '#A5E0C9'],
  'on-spruce': ['#FFFFFF', '#10211A'],
  lake: ['#1A5A86', '#8CC4EA'],
  cloudberry: ['#F2A33A', '#F2B35C'],
  'on-cloudberry': ['#1C2420', '#1C2420'],
  'cloudberry-ink': ['#7A4300', '#F2B35C'],
  rowan: ['#A3282C', '#F29A97'],
  'rowan-tint': ['#F8E6E4', '#3A2222'],
  lichen: ['#E6EDDD', '#22352B'],
  sky: ['#E4EFF6', '#16303F'],
  focus: ['#FFD23F', '#FFD23F'],
} as const satisfies Record<string, readonly [light: string, dark: string]>

export type ColourName = keyof typeof colours

/** Text on ground that must reach the ratio given (WCAG 2.2: 4.5 for text, 3 for the borders and marks of controls). */
export const contrasts: [text: ColourName, ground: ColourName, atLeast: number][] = [
  ...(['paper', 'card', 'lichen', 'sky'] as const).flatMap((ground): [ColourName, ColourName, number][] => [
    ['ink', ground, 7],
    ['muted', ground, 4.5],
    ['spruce', ground, 4.5],
    ['lake', ground, 4.5],
    ['cloudberry-ink', ground, 4.5],
    ['rowan', ground, 4.5],
  ]),
  ['ink', 'rowan-tint', 7],
  ['rowan', 'rowan-tint', 4.5],
  ['on-spruce', 'spruce', 4.5],
  ['on-spruce', 'spruce-deep', 4.5],
  ['on-cloudberry', 'cloudberry', 4.5],
]

/** Type sizes in rem: 16, 18 (body), 22, 26, 31, 37 and 45 px on a browser's usual setting; scale 1.2. */
const textSizes = {
  small: 1,
  body: 1.125,
  large: 1.375,
  h3: 1.375,
  h2: 1.625,
  lede: 1.375,
  h1: 2.3125,
  display: 2.8125,
}
const textSizesOnPhone = { h2: 1.5, lede: 1.25, h1: 1.9375, display: 2.3125 }

/** Spaces in px: steps of 4. */
const spaces = [4, 8, 12, 16, 24, 32, 48, 64]

function declarations(entries: [string, string][]): string {
  return entries.map(([name, value]) => `  --${name}: ${value};\n`).join('')
}

/** The style sheet of custom properties that all other styles draw on. */
export function tokensCss(): string {
  const colourSet = (index: 0 | 1) =>
    Object.entries(colours).map(([name, pair]): [string, string] => [name, pair[index].toLowerCase()])
  const sizes = (set: Record<string, number>) =>
    Object.entries(set).map(([name, rem]): [string, string] => [`text-${name}`, `${rem}rem`])
  const indented = (text: string) => text.replaceAll(/^(?=.)/gm, '  ')
  return [
    '/* Written from tokens.ts by write-tokens.ts. */\n',
    `:root {\n${declarations([
      ...colourSet(0),
      ...sizes(textSizes),
      ...spaces.map((px, index): [string, string] => [`space-${index + 1}`, `${px / 16}rem`]),
      ['corner', '6px'],
      ['measure', '66ch'],
      ['column', '42.5rem'],
      ['page', '70rem'],
    ])}}\n`,
    `@media (max-width: 40rem) {\n  :root {\n${indented(declarations(sizes(textSizesOnPhone)))}  }\n}\n`,
    `@media screen and (prefers-color-scheme: dark) {\n  :root {\n${indented(declarations(colourSet(1)))}  }\n}\n`,
  ].join('\n')
}

/** The contrast ratio of two colours such as #14523F, 1–21 (WCAG 2.2, relative luminance). */
export function contrastRatio(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

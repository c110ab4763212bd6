import { encode } from 'uqr'
import { type Experiment, type Measure, placeInWords, titleOf } from '../experiments/index.ts'
import { canTypeset, typeset } from '../platform/documents/typeset.ts'
import { formatDate } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import { texts } from '../texts/index.ts'

/** What stands on a poster, in its language. */
export interface PosterSheet {
  lang: Lang
  question: string
  measure: string
  /** The place or version; empty where there is one. */
  unit: string
  scan: string
  how: string
  use: string
  ask: string
  /** Until when it goes on; empty where no end is planned. */
  until: string
  /** Tag of made-up content; empty elsewhere. */
  tag: string
  alt: string
  address: string
}

/** The words of a poster. No person is named: whoever wants to know more asks the place that runs the experiment. */
export function posterSheet(
  lang: Lang,
  {
    experiment,
    measure,
    unit,
    address,
  }: { experiment: Experiment; measure: Measure; unit: string | null; address: string },
): PosterSheet {
  const words = texts[lang].posters.sheet
  const place = placeInWords(lang, experiment.municipalityCode)
  const { endsOn } = experiment.plan
  return {
    lang,
    question: titleOf(lang, experiment),
    measure: measure.name,
    unit: unit ?? '',
    scan: words.scan,
    how:
      measure.kind === 'faces'
        ? words.howFace
        : measure.kind === 'scale'
          ? words.howScale
          : words.howNumber(measure.unit),
    use: words.use(place),
    ask: words.ask(experiment.plan.place === null ? place : `${experiment.plan.place}, ${place}`),
    until: endsOn === null ? '' : words.until(formatDate(lang, endsOn)),
    tag: experiment.origin === 'example' ? words.example : '',
    alt: words.alt,
    address,
  }
}

/** The QR code of a text as the path of an SVG picture, one unit a module, with how many modules wide it is. */
export function qrPath(text: string): { path: string; size: number } {
  // A wall is seen from afar and gets scratched: a quarter of the code may be lost.
  const { data, size } = encode(text, { ecc: 'Q', border: 4 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return { path, size }
}

/** The QR code as a whole SVG picture, dark on white whatever the page around it looks like. */
function qrPicture(text: string): string {
  const { path, size } = qrPath(text)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000" shape-rendering="crispEdges"/></svg>`
}

const template = `
#let sheet = json(bytes(sys.inputs.data))
#set document(title: sheet.question)
#set page(paper: "a4", margin: (x: 2cm, y: 1.8cm))
#set text(lang: sheet.lang, font: ("Source Sans 3", "Libertinus Serif"), size: 17pt, fill: rgb("#1C2420"))
#set par(leading: 0.6em)
#set align(center)
#show heading.where(level: 1): set text(size: 30pt, weight: 700)
#show heading.where(level: 2): set text(size: 24pt, weight: 700, fill: rgb("#14523F"))
#if sheet.tag != "" { text(size: 13pt, sheet.tag) }
= #sheet.question
#v(0.4cm)
== #sheet.measure
#if sheet.unit != "" { text(size: 20pt, sheet.unit) }
#v(0.3cm)
#image(bytes(sheet.qr), format: "svg", width: 10cm, alt: sheet.alt)
#v(0.2cm)
#text(size: 22pt, weight: 700, sheet.scan)

#sheet.how
#v(1fr)
#set text(size: 14pt)
#sheet.use

#sheet.ask

#sheet.until

#text(size: 10pt, sheet.address)
`

/** A poster as an accessible PDF of one A4 sheet; undefined where this machine cannot make one. */
export function posterPdf(sheet: PosterSheet): Uint8Array | undefined {
  return typeset(template, { ...sheet, qr: qrPicture(sheet.address) })
}

export { canTypeset as canMakePdf }

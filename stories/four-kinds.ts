import { addDays } from '../app/platform/format.ts'

/** The four main kinds of experiment. */
export type Kind = 'before_after' | 'with_and_without' | 'staggered' | 'two_versions'

/** The two municipalities of the story. */
export type Municipality = 'Keitele' | 'Haapavesi'

/** A reading as somebody writes it down. `unit` is the place or version; null where there is only one. */
export interface Reading {
  day: string
  unit: string | null
  value: number
}

/** How one municipality tries: where, since when, and in which order the lot put the places or days (empty without a lot). */
export interface Trying {
  municipality: Municipality
  startsOn: string
  order: readonly string[]
}

/** A trial that somebody who knows no statistics could think of. Texts in Finnish, amounts in the unit of the measure. */
export interface KindOfTrial {
  kind: Kind
  question: string
  goal: string
  prediction: string
  measure: { name: string; unit: string; better: 'up' | 'down' }
  predicted: number
  smallestWorthwhile: number
  /** The places or versions that are listed; undefined where there is only one. */
  units?: Record<Municipality, readonly string[]>
  /** In how many of the places it is tried, where that is asked. */
  treatedCount?: number
  /** How much the readings change where it is tried. */
  change: Record<Municipality, number>
  /** What is usually read there. */
  usual: Record<Municipality, number>
}

/** Weeks of every trial of the story. */
export const weeksOfTrial = 5

/** The last day of a trial that starts on a Monday. */
export const lastDayOf = (startsOn: string) => addDays(startsOn, weeksOfTrial * 7 - 1)

export const fourKinds: readonly KindOfTrial[] = [
  {
    kind: 'before_after',
    question: 'Väheneekö lautashävikki, kun ruokaa saa maistaa ennen annostelua?',
    goal: 'Ruokaa heitetään vähemmän pois.',
    prediction: 'Hävikki pienenee, koska lautaselle otetaan vain sitä, mistä pitää.',
    measure: { name: 'Lautashävikki', unit: 'g', better: 'down' },
    predicted: 52,
    smallestWorthwhile: 5,
    change: { Keitele: -11, Haapavesi: -9 },
    usual: { Keitele: 62, Haapavesi: 55 },
  },
  {
    kind: 'with_and_without',
    question: 'Väheneekö sähkönkulutus, kun illalla kierretään sammuttamassa laitteet?',
    goal: 'Tyhjissä taloissa ei kulu sähköä turhaan.',
    prediction: 'Kulutus pienenee eniten siellä, missä laitteita on paljon.',
    measure: { name: 'Sähkönkulutus viikossa', unit: 'kWh', better: 'down' },
    predicted: 440,
    smallestWorthwhile: 20,
    units: {
      Keitele: [
        'Kirjasto',
        'Kunnantalo',
        'Yläkoulu',
        'Alakoulu',
        'Päiväkoti',
        'Liikuntahalli',
        'Terveystalo',
        'Varikko',
      ],
      Haapavesi: [
        'Pääkirjasto',
        'Kaupungintalo',
        'Lukio',
        'Keskuskoulu',
        'Uimahalli',
        'Nuorisotalo',
        'Paloasema',
        'Jäähalli',
      ],
    },
    treatedCount: 4,
    change: { Keitele: -42, Haapavesi: -31 },
    usual: { Keitele: 400, Haapavesi: 460 },
  },
  {
    kind: 'staggered',
    question: 'Lyheneekö odotus puhelimessa, kun vuorot jaetaan edellisenä päivänä?',
    goal: 'Asukas saa vastauksen nopeammin.',
    prediction: 'Odotus lyhenee, kun joku on aina vastaamassa.',
    measure: { name: 'Odotusaika', unit: 'min', better: 'down' },
    predicted: 20,
    smallestWorthwhile: 3,
    units: {
      Keitele: ['Varhaiskasvatus', 'Tekninen toimi', 'Asuntotoimi', 'Sivistystoimi', 'Hallinto'],
      Haapavesi: ['Rakennusvalvonta', 'Kotihoito', 'Liikuntapalvelut', 'Ruokapalvelut', 'Vesilaitos'],
    },
    change: { Keitele: -7, Haapavesi: -5 },
    usual: { Keitele: 22, Haapavesi: 19 },
  },
  {
    kind: 'two_versions',
    question: 'Lainataanko enemmän, kun hyllyn päässä näkyvät kannet selkien sijaan?',
    goal: 'Kirjat löytävät lukijansa.',
    prediction: 'Kannet houkuttelevat, joten lainoja tulee enemmän.',
    measure: { name: 'Lainat hyllyn päästä', unit: 'kpl', better: 'up' },
    predicted: 36,
    smallestWorthwhile: 4,
    units: { Keitele: ['Kannet', 'Selät'], Haapavesi: ['Kannet', 'Selät'] },
    change: { Keitele: 9, Haapavesi: 7 },
    usual: { Keitele: 30, Haapavesi: 27 },
  },
]

/** What makes readings differ from each other though nothing changes; its sum is nothing. */
const chance = [3, -2, 1, -3, 2, 0, -1, 2, -2, 1, 3, -1, -3, 0, 2, -1, 1, -2, 0, 3, -2, 1, -1, 2, -3]
const wobble = (place: number, time: number) =>
  chance[(place * 7 + time * 3 + place * time) % chance.length] ?? 0

/** As people write a reading: with one decimal. */
const tenths = (value: number) => Math.round(value * 10) / 10

/** The weekdays in some weeks from a Monday on. */
function workdays(monday: string, weeks: number): string[] {
  return Array.from({ length: weeks * 7 }, (_, day) => addDays(monday, day)).filter((_, day) => day % 7 < 5)
}

/**
 * All readings of a trial, in the order of their days: before the start and from the first day on. They depend on the place
 * of a unit in the drawn order, not on its name, so that whatever the lot says the same figures come out, and others when
 * the result holds them against another order than the drawn one.
 */
export function readingsOf(trial: KindOfTrial, trying: Trying): { before: Reading[]; during: Reading[] } {
  const { municipality, startsOn, order } = trying
  const [usual, change] = [trial.usual[municipality], trial.change[municipality]]
  const monday = (week: number) => addDays(startsOn, week * 7)
  const weekly = (week: number, from: (rank: number) => number, size: number) =>
    order.map((unit, rank) => ({
      day: monday(week),
      unit,
      value: tenths(usual + size * (4 * rank + wobble(rank, week + 4)) + (week >= from(rank) ? change : 0)),
    }))
  const weeks = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index)
  switch (trial.kind) {
    case 'before_after':
      return {
        before: workdays(monday(-4), 4).map((day, i) => ({ day, unit: null, value: usual + wobble(0, i) })),
        during: workdays(startsOn, weeksOfTrial).map((day, i) => ({
          day,
          unit: null,
          value: usual + change + wobble(1, i),
        })),
      }
    case 'with_and_without': {
      const from = (rank: number) => (rank < (trial.treatedCount ?? 0) ? 0 : Number.POSITIVE_INFINITY)
      return {
        before: weeks(-4, -1).flatMap((week) => weekly(week, from, 5)),
        during: weeks(0, weeksOfTrial - 1).flatMap((week) => weekly(week, from, 5)),
      }
    }
    case 'staggered':
      return {
        before: weeks(-2, -1).flatMap((week) => weekly(week, (rank) => rank, 0.4)),
        during: weeks(0, weeksOfTrial - 1).flatMap((week) => weekly(week, (rank) => rank, 0.4)),
      }
    case 'two_versions':
      return {
        before: [],
        during: workdays(startsOn, weeksOfTrial).map((day) => {
          const rank = order.indexOf(day)
          const isNew = rank < Math.ceil(order.length / 2)
          const [newVersion = '', oldVersion = ''] = trial.units?.[municipality] ?? []
          return {
            day,
            unit: isNew ? newVersion : oldVersion,
            value: usual + wobble(2, rank) + (isNew ? change : 0),
          }
        }),
      }
  }
}

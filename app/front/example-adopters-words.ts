import type { Lesson } from '../lessons/index.ts'

/** A made-up municipality's trial: levels before and during, and what is said of it. */
export interface ExampleAdopter {
  municipalityCode: string
  startedDaysAgo: number
  /** Grams for each diner. */
  before: number
  /** null: nothing has been told. */
  during: number | null
  /** Where in the fixed pattern of ups and downs its readings begin. */
  offset: number
  words: { doing?: string; place?: string }
  lesson: Pick<
    Lesson,
    'worked' | 'didNotWork' | 'surprised' | 'conditions' | 'works' | 'inspired' | 'wouldDoOtherwise'
  > | null
}

/** The made-up adopters of the made-up example: nobody and no kitchen in particular is meant. */
export const exampleAdopters: readonly ExampleAdopter[] = [
  {
    municipalityCode: '595',
    startedDaysAgo: 310,
    before: 66,
    during: 55,
    offset: 1,
    words: {},
    lesson: {
      worked: 'Sama järjestys toimi, kun keittiö sai valita päivän itse.',
      didNotWork: 'Keittopäivinä salaatin paikalla ei ollut merkitystä.',
      surprised: 'Leipää kului vähemmän.',
      conditions: 'Salaatille tarvitaan kylmäallas linjaston alussa.',
      works: 'yes',
      inspired: null,
      wouldDoOtherwise: null,
    },
  },
  {
    municipalityCode: '263',
    startedDaysAgo: 290,
    before: 58,
    during: 53,
    offset: 4,
    words: { doing: 'Salaattipöytä linjaston alkuun kuudeksi viikoksi. Lautaset pysyivät entisinä.' },
    lesson: null,
  },
  {
    municipalityCode: '146',
    startedDaysAgo: 270,
    before: 70,
    during: 56,
    offset: 7,
    words: {},
    lesson: {
      worked: 'Hävikki väheni heti ensimmäisellä viikolla.',
      didNotWork: 'Pienimmät eivät ylettyneet ottimiin.',
      surprised: 'Oppilaat pyysivät lisää raasteita.',
      conditions: 'Pöydän on oltava niin matala, että alakoululaisetkin ylettyvät.',
      works: 'yes',
      inspired: null,
      wouldDoOtherwise: null,
    },
  },
  {
    municipalityCode: '407',
    startedDaysAgo: 240,
    before: 63,
    during: 58,
    offset: 2,
    words: {},
    lesson: null,
  },
  {
    municipalityCode: '186',
    startedDaysAgo: 210,
    before: 75,
    during: 70,
    offset: 5,
    words: { place: 'Kahden koulun yhteinen ruokala' },
    lesson: {
      worked: 'Jono lyheni, kun salaatti otettiin ensin.',
      didNotWork: 'Isossa ruokalassa hävikki väheni vain vähän.',
      surprised: 'Suurin osa hävikistä tuli juomista.',
      conditions: 'Isossa ruokalassa tarvitaan kaksi pöytää.',
      works: 'partly',
      inspired: null,
      wouldDoOtherwise: 'Aloittaisimme yhdestä vuosiluokasta.',
    },
  },
  {
    municipalityCode: '765',
    startedDaysAgo: 180,
    before: 60,
    during: null,
    offset: 0,
    words: {},
    lesson: null,
  },
]

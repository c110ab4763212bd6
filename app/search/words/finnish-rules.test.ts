import { describe, expect, test } from 'vitest'
import { firstPartForms } from './compound-parts.ts'
import { nominalBaseForms } from './finnish-nouns.ts'
import { derivedFrom, infinitives } from './finnish-verbs.ts'

describe('a Finnish nominal without a dictionary', () => {
  test.each([
    ['kunnat', 'kunta'],
    ['kunnille', 'kunta'],
    ['kuntien', 'kunta'],
    ['kuntaan', 'kunta'],
    ['kyliin', 'kylä'],
    ['kylien', 'kylä'],
    ['kirjastoissa', 'kirjasto'],
    ['kirjastojen', 'kirjasto'],
    ['kirjoja', 'kirja'],
    ['päiväkodissa', 'päiväkoti'],
    ['työkyvyn', 'työkyky'],
    ['leivän', 'leipä'],
    ['kaupungeissa', 'kaupunki'],
    ['jaon', 'jako'],
    ['jokien', 'joki'],
    ['nuorten', 'nuori'],
    ['nuorta', 'nuori'],
    ['lasten', 'lapsi'],
    ['ikäihmisille', 'ikäihminen'],
    ['ihmistä', 'ihminen'],
    ['ikääntyneille', 'ikääntynyt'],
    ['varhaiskasvatuksessa', 'varhaiskasvatus'],
    ['osallisuuden', 'osallisuus'],
    ['osallisuutta', 'osallisuus'],
    ['vuodesta', 'vuosi'],
    ['vettä', 'vesi'],
    ['perheitä', 'perhe'],
    ['perheeseen', 'perhe'],
    ['hankkeiden', 'hanke'],
    ['asukkaille', 'asukas'],
    ['vuotiaille', 'vuotias'],
    ['kauniita', 'kaunis'],
    ['puhelimella', 'puhelin'],
    ['maksuttomia', 'maksuton'],
    ['hotelleissa', 'hotelli'],
    ['lempeitä', 'lempeä'],
    ['vanhempien', 'vanhempi'],
    ['kirjastossakin', 'kirjasto'],
    ['palvelujaan', 'palvelu'],
    ['elämässään', 'elämä'],
    ['kotiinsa', 'koti'],
  ])('%s may be a form of %s', (form, base) => {
    expect([...nominalBaseForms(form)]).toContain(base)
  })

  test('a form is read in few ways, or every word would meet every other', () => {
    const forms = ['kirjastossa', 'kuntien', 'ikääntyneille', 'puhelimella', 'osallisuuden', 'koira']
    for (const form of forms) expect(nominalBaseForms(form).size).toBeLessThan(20)
  })

  test.each([
    ['kannun', 'kanto'],
    ['kuusi', 'kuu'],
    ['tiedon', 'tie'],
    ['kokeilu', 'koe'],
  ])('%s is no form of %s', (form, other) => {
    expect([...nominalBaseForms(form)]).not.toContain(other)
  })
})

describe('a Finnish verb without a dictionary', () => {
  test.each([
    ['kokeillaan', 'kokeilla'],
    ['kokeilee', 'kokeilla'],
    ['digitoidaan', 'digitoida'],
    ['luetaan', 'lukea'],
    ['kirjoitetaan', 'kirjoittaa'],
    ['liikutaan', 'liikkua'],
    ['siivotaan', 'siivota'],
    ['suunnittelevat', 'suunnitella'],
    ['tukevat', 'tukea'],
    ['säilytti', 'säilyttää'],
    ['vaihtoi', 'vaihtaa'],
    ['kokeiltiin', 'kokeilla'],
  ])('%s may be a form of %s', (form, infinitive) => {
    expect([...infinitives(form)]).toContain(infinitive)
  })

  test.each([
    ['digitointi', 'digitoida'],
    ['lukeminen', 'lukea'],
    ['lukija', 'lukea'],
    ['opastus', 'opastaa'],
    ['kokeilu', 'kokeilla'],
    ['kunnallinen', 'kunta'],
    ['osallisuus', 'osallinen'],
  ])('%s may have been made from %s', (base, root) => {
    expect([...derivedFrom(base)]).toContain(root)
  })
})

test.each([
  ['kunta', 'kunnan'],
  ['kylä', 'kylien'],
  ['ihminen', 'ihmis'],
  ['asukas', 'asukkaan'],
  ['osallisuus', 'osallisuuden'],
  ['hanke', 'hankkeen'],
])('%s stands as %s at the beginning of a compound', (lemma, first) => {
  expect(firstPartForms(lemma)).toContain(first)
})

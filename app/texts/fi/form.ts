/** Messages that any form may need. */
export const form = {
  unreadable: 'Tekstissä on merkkejä, joita ei voi lukea. Kirjoita kohta uudelleen.',
  tooLong: (longest: number, now: number) =>
    `Lyhennä tekstiä: enintään ${longest} merkkiä mahtuu, nyt niitä on ${now}.`,
  notANumber: 'Kirjoita määrä numeroin, esimerkiksi 12 tai 3,5.',
  outOfRange: (least: number, most: number) =>
    most >= 1e12
      ? `Kirjoita luku, joka on vähintään ${String(least).replace('.', ',')}.`
      : `Kirjoita luku väliltä ${String(least).replace('.', ',')}–${String(most).replace('.', ',')}.`,
  notADay: 'Kirjoita päivä muodossa 24.12.2025.',
  notAClock: 'Kirjoita kellonaika muodossa 9.30.',
  notAChoice: 'Valitse jokin annetuista vaihtoehdoista.',
  notAnAddress: 'Kirjoita verkko-osoite kokonaan, esimerkiksi https://www.esimerkki.fi.',
  notAnEmail: 'Kirjoita sähköpostiosoite muodossa nimi@kunta.fi.',
  lookAlikeEmail:
    'Osoitteessa on kirjain, joka vain näyttää tavalliselta. Kirjoita osoite itse, älä liitä sitä.',
  expired: 'Lomake oli auki liian kauan. Tarkista tiedot ja lähetä uudelleen.',
  optional: 'vapaaehtoinen',
}

export type FormTexts = typeof form

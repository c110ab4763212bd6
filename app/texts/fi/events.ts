/** What happened around a trial and may have moved its readings. */
export const events = {
  title: 'Kirjaa tapahtuma',
  lede: 'Jokin muu kuin kokeilu voi heilauttaa lukuja: remontti, loma-aika, helle. Kun päivä on kirjattu, kuvion lukija ymmärtää, mistä piikki tuli.',
  listTitle: 'Mitä samaan aikaan tapahtui',
  day: 'Minä päivänä?',
  dayMissing: 'Kirjoita päivä, jona se tapahtui.',
  what: 'Mitä tapahtui?',
  whatHint: 'Lyhyesti, esimerkiksi: keittiö kiinni kaksi päivää. Ei nimiä.',
  whatMissing: 'Kirjoita lyhyesti, mitä tapahtui.',
  stays: 'Tapahtumaa ei voi myöhemmin muuttaa eikä poistaa. Se näkyy kaikille tuloksen kuvioissa.',
  button: 'Kirjaa tapahtuma',
  noted: 'Tapahtuma on kirjattu. Se näkyy kuvioissa omalla numerollaan.',
  notFrozen: 'Tapahtumia kirjataan, kun suunnitelma on lukittu.',
  inFuture: 'Päivä on tulevaisuudessa. Kirjaa tapahtuma, kun se on tapahtunut.',
  link: 'Kirjaa tapahtuma',
  /** A departure among events, as the list below a chart calls it. */
  departure: (what: string) => `Poikkeama suunnitelmasta: ${what}`,
  hiddenMark: 'Teksti on piilotettu.',
}

export type EventsTexts = typeof events

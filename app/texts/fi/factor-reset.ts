/** A lost second factor: who helps, and what happens then. */
export const factorReset = {
  title: 'Palauta kirjautuminen',
  open: 'Palauta kirjautuminen',
  lede: (name: string) =>
    `${name} on kadottanut pääsyavaimensa ja varakoodinsa. Palautus poistaa ne, ja hän voi tehdä uudet.`,
  sureTitle: 'Varmista ensin, että pyytäjä on hän',
  sure: 'Tapaa hänet, tai soita itse numeroon, joka teillä on hänestä ennestään. Sähköposti, viesti tai hänen antamansa numero ei riitä: niin tekisi myös se, joka yrittää päästä sisään hänen nimellään.',
  how: 'Miten varmistit, kuka pyytää?',
  howMissing: 'Kerro, miten varmistit, kuka pyytää.',
  ways: { in_person: 'Tapasin hänet', phone: 'Soitin hänelle numeroon, joka meillä oli jo' },
  whatFollows: (hours: number) =>
    `Palautus tulee voimaan ${hours} tunnin kuluttua. Hän ja muut ylläpitäjät saavat siitä heti kirjeen. Jos hän kirjautuu sitä ennen pääsyavaimella tai varakoodilla, palautus peruuntuu.`,
  ask: 'Pyydä palautusta',
  asked: 'Palautusta on pyydetty. Siitä on lähetetty kirje.',
  waitingTitle: 'Palautus odottaa',
  waiting: (when: string) => `Palautus tulee voimaan ${when}. Jos jokin epäilyttää, peru se.`,
  stop: 'Peru palautus',
  stopped: 'Palautus on peruttu.',
  gone: 'Palautus ei enää odota.',
  waits: 'Palautusta on jo pyydetty.',
  askOffice:
    'Hänellä on rooli myös muualla, joten tämän tekee ohjelmatoimisto. Pyydä häntä ottamaan sinne yhteyttä.',
  noAddress: 'Hänellä ei ole sähköpostiosoitetta, johon kirjautumislinkin voisi lähettää.',
  nothingToReset:
    'Hänellä ei ole pääsyavaimia eikä varakoodeja. Hän pääsee sisään sähköpostilinkillä ja voi tehdä ne itse.',
  mail: {
    askedSubject: 'Kirjautumisesi palautetaan',
    asked: (facts: { asker: string; when: string; link: string }) =>
      `Hei\n\n${facts.asker} on pyytänyt, että pääsyavaimesi ja varakoodisi poistetaan, koska ne ovat hukassa. Ne poistetaan ${facts.when}. Sen jälkeen kirjaudut sähköpostilinkillä ja teet uudet.\n\nJos et ole pyytänyt tätä, kirjaudu ennen sitä pääsyavaimella tai varakoodilla: palautus peruuntuu silloin. Kerro myös kuntasi ylläpitäjälle tai ohjelmatoimistoon, että joku yrittää päästä sisään nimelläsi.\n\n${facts.link}\n\nUskalla kokeilla. Opitaan yhdessä.\n`,
    othersSubject: 'Kirjautumisen palautusta on pyydetty',
    others: (facts: { asker: string; holder: string; when: string }) =>
      `Hei\n\n${facts.asker} on varmistanut henkilöllisyyden ja pyytänyt, että kirjautuminen palautetaan. Kenelle: ${facts.holder}. Palautus tulee voimaan ${facts.when}.\n\nJos tässä on jotain outoa, avaa jäsenen tiedot ja peru palautus.\n\nUskalla kokeilla. Opitaan yhdessä.\n`,
    doneSubject: 'Kirjautumisesi on palautettu',
    done: (facts: { link: string }) =>
      `Hei\n\nPääsyavaimesi ja varakoodisi on poistettu, ja sinut on kirjattu ulos kaikkialta. Kirjaudu sähköpostilinkillä ja tee heti uusi pääsyavain tai uudet varakoodit: siihen asti muut roolisi kuin työntekijän lepäävät.\n\n${facts.link}\n\nUskalla kokeilla. Opitaan yhdessä.\n`,
  },
}

export type FactorResetTexts = typeof factorReset

/** Analyses that the plan did not name. */
export const explorations = {
  title: 'Katso tulosta toisin',
  lede: 'Voit laskea tuloksen myös tavalla, jota suunnitelmassa ei sovittu. Analyysi merkitään tutkivaksi eikä se vaikuta päätössääntöön: kun katsotaan monella tavalla, jokin näyttää aina lupaavalta.',
  listTitle: 'Katsottu toisin',
  none: 'Suunnitelman ulkopuolisia analyysejä ei ole tehty.',
  count: (count: number) =>
    count === 1
      ? 'Yksi analyysi suunnitelman ulkopuolella. Se ei vaikuta päätössääntöön.'
      : `${count} analyysiä suunnitelman ulkopuolella. Ne eivät vaikuta päätössääntöön, ja mitä enemmän niitä on, sitä helpommin jokin näyttää hyvältä sattumalta.`,
  tag: 'Ei suunnitelmassa: tutkiva',
  because: (why: string) => `Miksi: ${why}`,
  otherData: 'Mittaukset ovat muuttuneet tämän jälkeen.',
  link: 'Katso tulosta toisin',
  measure: 'Mitä mittaria katsotaan?',
  measureMissing: 'Valitse mittari.',
  method: 'Millä menetelmällä?',
  methodMissing: 'Valitse menetelmä.',
  period: 'Miltä ajalta?',
  periodMissing: 'Valitse ajanjakso.',
  periods: {
    whole: 'Koko kokeilun ajalta',
    settled: 'Ilman kahta ensimmäistä viikkoa',
    first_half: 'Kokeilun ensimmäiseltä puoliskolta',
    second_half: 'Kokeilun jälkimmäiseltä puoliskolta',
  },
  besides: 'Otetaanko toinen mittari huomioon?',
  besidesHint: (method: string) =>
    `Esimerkiksi sää tai kävijämäärä, joka vaihtelee kokeilusta riippumatta. Onnistuu menetelmällä ”${method}”.`,
  noBesides: 'Ei oteta',
  besidesOnlyModel: (method: string) =>
    `Toinen mittari voidaan ottaa huomioon vain menetelmällä ”${method}”.`,
  besidesItself: 'Valitse jokin muu mittari kuin se, jota katsotaan.',
  takenIntoAccount: (name: string) => `Huomioon otettu: ${name}.`,
  why: 'Miksi tulosta katsotaan näin?',
  whyHint: 'Perustelu näkyy tuloksen vieressä. Ei nimiä.',
  whyMissing: 'Kirjoita, miksi tulosta katsotaan näin.',
  stays: 'Analyysi jää näkyviin perusteluineen, näyttipä se mitä tahansa. Sitä ei voi poistaa.',
  button: 'Laske ja näytä',
  made: 'Analyysi on laskettu. Se näkyy tuloksen alla tutkivana.',
  notYet: 'Tulosta voi katsoa toisin, kun luvut on avattu.',
  notAllowed:
    'Näistä mittauksista sitä ei voi laskea tällä menetelmällä. Valitse toinen menetelmä tai ajanjakso.',
}

export type ExplorationsTexts = typeof explorations

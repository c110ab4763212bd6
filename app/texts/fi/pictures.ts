/** The picture that a municipality shows of itself. */
export const pictures = {
  title: 'Kunnan kuva',
  lede: 'Yksi kuva, joka näkyy kunnan sivulla. Jos kuvassa on ihmisiä, pyydä heiltä lupa.',
  present: 'Kuva nyt',
  addTitle: 'Lisää kuva',
  replaceTitle: 'Vaihda kuva tai sen tekstit',
  file: 'Kuvatiedosto',
  fileHint:
    'JPEG, PNG tai WebP, enintään 5 megatavua ja 25 miljoonaa kuvapistettä. Kuvasta tallennetaan vain se, mitä siinä näkyy: paikka, aika ja muut tiedoston tiedot jäävät pois.',
  fileHintAgain: 'Jätä tyhjäksi, jos muutat vain tekstejä. JPEG, PNG tai WebP, enintään 5 megatavua.',
  fileMissing: 'Valitse kuvatiedosto.',
  description: 'Mitä kuvassa on',
  descriptionHint:
    'Luetaan ääneen niille, jotka eivät näe kuvaa. Esimerkiksi: koulun ruokala, jossa oppilaat hakevat ruokaa.',
  descriptionMissing: 'Kerro, mitä kuvassa on.',
  source: 'Kenen kuva on ja millä luvalla',
  sourceHint: 'Esimerkiksi: Kuva: Maija Meikäläinen, CC BY 4.0. Näkyy kuvan alla.',
  sourceMissing: 'Kerro, kenen kuva on ja millä luvalla se on tässä.',
  save: 'Tallenna kuva',
  saved: 'Kuva on tallennettu.',
  savedHidden: 'Tallennettu. Kuva on sama, jonka ohjelmatoimisto on piilottanut, joten se pysyy piilossa.',
  remove: 'Poista kuva',
  removed: 'Kuva on poistettu.',
  changed: 'Joku muu tallensi kuvan juuri äsken. Katso, miltä se nyt näyttää.',
  staysHidden:
    'Tämä on piilotettu kuva. Jos vaihdat tilalle toisen, uusi näkyy heti ja ohjelmatoimisto katsoo sen. Sama kuva pysyy piilossa, vaikka poistat sen ja lisäät uudelleen, kunnes ohjelmatoimisto palauttaa sen näkyviin.',
  none: 'Ei kuvaa',
  there: 'Kuva on sivulla',
  refused: {
    kind: 'Tiedosto ei ole JPEG-, PNG- eikä WebP-kuva. Tallenna kuva jossakin näistä muodoista.',
    pixels: 'Kuvassa on yli 25 miljoonaa kuvapistettä. Pienennä sitä ensin.',
    broken: 'Kuvaa ei voi avata kokonaan. Tallenna se uudelleen ja yritä taas.',
    busy: 'Palvelu käsittelee juuri nyt monta kuvaa. Odota hetki, valitse tiedosto uudelleen ja lähetä.',
    unable: 'Tämä palvelin ei pysty ottamaan kuvia vastaan. Kerro asiasta palvelun ylläpitäjälle.',
  },
}

export type PicturesTexts = typeof pictures

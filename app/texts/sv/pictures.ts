import type { PicturesTexts } from '../fi/pictures.ts'

export const pictures: PicturesTexts = {
  title: 'Kommunens bild',
  lede: 'En bild som syns på kommunens sida. Om det finns människor på bilden, be dem om lov.',
  present: 'Bilden nu',
  addTitle: 'Lägg till en bild',
  replaceTitle: 'Byt bilden eller dess texter',
  file: 'Bildfil',
  fileHint:
    'JPEG, PNG eller WebP, högst 5 megabyte och 25 miljoner bildpunkter. Av bilden sparas bara det som syns: plats, tid och andra uppgifter i filen lämnas bort.',
  fileHintAgain: 'Lämna tomt om du bara ändrar texterna. JPEG, PNG eller WebP, högst 5 megabyte.',
  fileMissing: 'Välj en bildfil.',
  description: 'Vad bilden visar',
  descriptionHint:
    'Läses upp för dem som inte ser bilden. Till exempel: en skolmatsal där elever hämtar mat.',
  descriptionMissing: 'Berätta vad bilden visar.',
  source: 'Vems bilden är och med vilket tillstånd',
  sourceHint: 'Till exempel: Bild: Maija Meikäläinen, CC BY 4.0. Syns under bilden.',
  sourceMissing: 'Berätta vems bilden är och med vilket tillstånd den finns här.',
  save: 'Spara bilden',
  saved: 'Bilden är sparad.',
  savedHidden: 'Sparat. Bilden är den som programkansliet har dolt, så den förblir dold.',
  remove: 'Ta bort bilden',
  removed: 'Bilden är borttagen.',
  changed: 'Någon annan sparade bilden alldeles nyss. Se hur den ser ut nu.',
  staysHidden:
    'Den här bilden är dold. Om du byter till en annan bild syns den genast, och programkansliet tittar på den. Samma bild förblir dold även om du tar bort den och lägger till den igen, tills programkansliet visar den på nytt.',
  none: 'Ingen bild',
  there: 'Bilden finns på sidan',
  refused: {
    kind: 'Filen är inte en JPEG-, PNG- eller WebP-bild. Spara bilden i något av de formaten.',
    pixels: 'Bilden har över 25 miljoner bildpunkter. Förminska den först.',
    broken: 'Bilden går inte att öppna helt. Spara den på nytt och försök igen.',
    busy: 'Tjänsten behandlar många bilder just nu. Vänta en stund, välj filen på nytt och skicka.',
    unable: 'Den här servern kan inte ta emot bilder. Berätta det för dem som driver tjänsten.',
  },
}

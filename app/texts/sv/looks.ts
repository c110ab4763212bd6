import type { LooksTexts } from '../fi/looks.ts'

export const looks: LooksTexts = {
  title: 'Överenskomna avstämningar',
  lede: (count) =>
    `I planen kom man överens om ${count} avstämningar innan något hade mätts. Gränsen är strängast i början, så att upprepade blickar inte ger falska larm.`,
  watched:
    'Siffrorna får följas hela tiden. Slutsatsen dras vid de överenskomna avstämningarna, inte mellan dem.',
  said: {
    better: 'Gränsen passerades i den önskade riktningen.',
    worse: 'Gränsen passerades i fel riktning.',
    not_yet: 'Gränsen passerades inte.',
    cannot_tell: 'Data var för få.',
  },
  means: {
    better: 'Förändringen är så tydlig att försöket kan avslutas och beslutet fattas redan nu.',
    worse: 'Mätaren har försämrats så tydligt att det lönar sig att nu överväga att avbryta försöket.',
    not_yet:
      'Försöket fortsätter. Det betyder inte att effekten saknas: hittills är förändringen inte tillräckligt tydlig.',
    cannot_tell:
      'Försöket fortsätter. Mätningarna är ännu så få, eller metoden sådan, att gränsen inte kan räknas.',
  },
  caption: 'Avstämningarna och vad gränsen sade',
  look: 'Avstämning',
  until: 'Mätningar till och med',
  change: 'Förändring',
  range: 'Intervall',
  boundary: 'Vad gränsen säger',
  number: (number, of) => `${number} / ${of}`,
  ahead: 'kommer',
  kept: 'Avstämningarna förblir synliga så som de gjordes. Intervallet är bredare än vid en enda blick, eftersom man ser efter flera gånger.',
}

/** Looks at a result that the plan agreed on before the start. */
export const looks = {
  title: 'Sovitut katselmukset',
  lede: (count: number) =>
    `Suunnitelmassa sovittiin ${count} katselmusta ennen kuin mitään oli mitattu. Raja on tiukin alussa, jotta useasti katsominen ei tuota vääriä hälytyksiä.`,
  watched: 'Lukuja saa seurata koko ajan. Johtopäätös tehdään sovituissa katselmuksissa, ei niiden välillä.',
  said: {
    better: 'Raja ylittyi toivottuun suuntaan.',
    worse: 'Raja ylittyi väärään suuntaan.',
    not_yet: 'Raja ei ylittynyt.',
    cannot_tell: 'Tietoa oli liian vähän.',
  },
  means: {
    better: 'Muutos on niin selvä, että kokeilun voi lopettaa ja päätöksen tehdä jo nyt.',
    worse: 'Mittari on huonontunut niin selvästi, että kokeilun keskeyttämistä kannattaa harkita nyt.',
    not_yet:
      'Kokeilu jatkuu. Se ei tarkoita, ettei vaikutusta ole: tähän mennessä muutos ei ole tarpeeksi selvä.',
    cannot_tell:
      'Kokeilu jatkuu. Mittauksia on vielä niin vähän, tai menetelmä on sellainen, ettei rajaa voi laskea.',
  },
  caption: 'Katselmukset ja mitä raja sanoi',
  look: 'Katselmus',
  until: 'Mittaukset asti',
  change: 'Muutos',
  range: 'Vaihteluväli',
  boundary: 'Mitä raja sanoo',
  number: (number: number, of: number) => `${number} / ${of}`,
  ahead: 'tulossa',
  kept: 'Katselmukset jäävät näkyviin sellaisina kuin ne tehtiin. Vaihteluväli on leveämpi kuin yhdellä katsomisella, koska katsotaan monta kertaa.',
}

export type LooksTexts = typeof looks

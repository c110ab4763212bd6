import type { OneMoreRoundTexts } from '../fi/one-more-round.ts'

export const oneMoreRound: OneMoreRoundTexts = {
  title: 'Lönar sig en omgång till?',
  takes: (weeks, costs) =>
    weeks === null
      ? `En likadan omgång skulle kosta ungefär lika mycket som den här: ${costs}.`
      : `En likadan omgång skulle ta ${weeks} ${weeks === '1' ? 'vecka' : 'veckor'} och kosta ungefär lika mycket som den här: ${costs}.`,
  and: ' och ',
  weeks: { one: 'vecka', many: 'veckor' },
  onePoint: 'poäng',
  unknown: {
    'no-range': 'Vad mera data är värda kan inte räknas: förändringen har inget intervall.',
    'no-threshold':
      'Vad mera data är värda kan inte räknas: i planen kom man inte överens om vilken förändring som är värd besväret.',
  },
  now: (outOfTen) =>
    outOfTen === '0'
      ? 'Nu ser det ut som om förändringen knappast blir värd besväret.'
      : `Nu ser det ut som om förändringen är värd besväret i ungefär ${outOfTen} fall av tio.`,
  worthOnly: (worth) => `Ett bättre beslut väntas vara värt ungefär ${worth} om året.`,
  noPrice: (unit) =>
    `Nyttan i euro är inte känd: planen berättar inte vad en förändring på en enhet (${unit}) är värd om året.`,
  paysFrom: (unit, euros) =>
    `Omgången lönar sig om en förändring på en enhet (${unit}) är värd minst ${euros} om året för kommunen.`,
  noHourPrice: 'Arbetstimmarna har inget pris, så omgångens kostnad kan inte räknas ihop i euro.',
  how: 'Hur det här har räknats',
  reasoning:
    'Mera data är värdefulla bara om de kan ändra beslutet. I räkningen är den förändring som ni kom överens om att är värd besväret gränsen över vilken det lönar sig att sprida. En ny omgång antas berätta lika noga som den här.',
  breakEven: 'Gränsen över vilken det lönar sig att sprida',
  inUnits: 'Väntad nytta av ett bättre beslut',
  paysFromTerm: (unit) => `Omgången lönar sig när en enhet (${unit}) är värd minst`,
}

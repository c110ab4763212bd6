import type { FrontTexts } from '../fi/front.ts'

export const front: FrontTexts = {
  lede: 'Kommunen lär sig genom att försöka: en idé, några timmars gemensam fundering, en låst plan, ett litet försök och en lärdom som går vidare till nästa kommun.',
  doors: {
    idea: 'Jag har en idé',
    ideaText: 'Tre meningar räcker. Det behövs inga pengar.',
    lessons: 'Vad man har lärt sig',
    lessonsText: 'Avslutade och spridda försök sida vid sida, siffror med källor.',
    municipality: 'Min kommun',
    municipalityText: 'Vad vi har prövat hos oss, och vad andra har prövat.',
  },
  tryAs: {
    title: 'Prova i någons roll',
    text: 'Se tjänsten med en anställds, en chefs, en ambassadörs, programkansliets, en forskares eller en kommuninvånares ögon. Personerna är påhittade.',
    button: 'Välj roll',
  },
  learned: {
    title: 'Senaste lärdomar',
    text: 'Ett avslutat försök är lika värdefullt som ett spritt, när man har lärt sig av det.',
    stopped: 'Lärdom och avslutat',
    spread: 'Har spritt sig',
    all: 'Alla lärdomar',
  },
  running: {
    title: 'Det här prövas nu',
    none: 'Just nu pågår inget försök. Det första steget är litet: berätta vad som inte fungerar.',
    all: 'Alla försök',
  },
  map: {
    title: 'Försök på kartan',
    sentence: (experiments, municipalities) =>
      `${experiments} försök, ${municipalities === 1 ? '1 kommun' : `${municipalities} kommuner`}.`,
    caption: 'Offentliga försök kommun för kommun',
    municipality: 'Kommun',
    experiments: 'Försök',
    spread: 'Har spritt sig',
    stopped: 'Lärdom och avslutat',
    running: 'Pågår',
  },
  mine: {
    title: 'Mina ärenden',
    lede: (name) => `${name}, här är allt som väntar på dig.`,
    none: 'Inget väntar på dig just nu. Det första steget är litet: berätta vad som inte fungerar.',
    tellIdea: 'Berätta en idé',
    toDecide: 'Väntar på ditt beslut',
    experiments: 'Mina försök',
    checks: 'Att kontrollera',
    ideas: 'Öppna idéer i min kommun',
  },
  mail: {
    title: 'Provmiljöns post',
    lede: 'Meddelanden som tjänsten har skickat. I riktig användning går de till e-posten.',
    empty: 'Inget meddelande har skickats ännu.',
    to: (address) => `Mottagare ${address}`,
    replyTo: (address) => `Svarsadress: ${address}`,
    attachments: (names) => `Bilagor: ${names}`,
  },
}

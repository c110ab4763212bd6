import type { Phrases } from './phrases.ts'

/** Sentences in the Swedish of Finland. */
export const phrasesSv: Phrases = {
  more: 'mer',
  less: 'mindre',
  better: 'bättre',
  worse: 'sämre',
  likely: (low, high) => `troligen ${low}–${high}`,
  likelySigned: (low, high) => `troligen ${low} till ${high}`,
  change: (lead, amount, direction, range) => `${lead} ${amount} ${direction} (${range}).`,
  lotDraws: (asExtreme, possible) =>
    `Om förändringen inte spelade någon roll skulle en så sned lottning inträffa i ${asExtreme} fall av ${possible}.`,
  lotChance: (times, outOf) =>
    `Valet gjordes med lott. Om förändringen inte spelade någon roll skulle en så stor skillnad uppstå av en slump ungefär ${times} gånger på ${outOf} lottningar.`,
  lotRare:
    'Valet gjordes med lott. Om förändringen inte spelade någon roll skulle en så stor skillnad uppstå av en slump mer sällan än en gång på tusen lottningar.',
  comparison: (places) =>
    `Jämförelsen bygger på ${places} platser som följdes under samma tid. Slutsatsen håller om utvecklingen annars hade varit likadan där och här.`,
  comparisonWithOne:
    'Jämförelsen bygger på en enda plats som följdes under samma tid. Slutsatsen håller om utvecklingen annars hade varit likadan där och här.',
  series:
    'Det enda att jämföra med var den egna tidigare utvecklingen: något annat som hände samtidigt kan förklara en del.',
  beforeAfter:
    'Samma mättes före och efter. Vi vet inte hur mycket av förändringen som beror på försöket: det finns inget att jämföra med.',
  onlyHere: 'Resultatet gäller de här platserna och den här tiden, ännu inte andra.',
  cannotTellYet: 'Vi vet inte än.',
  anything: (from, to) => `Förändringen kan vara allt från ${from} till ${to}.`,
  lackOfData: 'Det är data som saknas, inte nödvändigtvis effekten.',
  underWorthwhile: (best, worthwhile) =>
    `Till och med det bästa trovärdiga resultatet (${best}) ligger under det som ni sade vore värt besväret (${worthwhile}).`,
  smallEitherWay: (from, to) => `Förändringen ligger troligen mellan ${from} och ${to}.`,
  levels: (lead, after, before) => `${lead} ${after}, tidigare ${before}.`,
  nothingCompared:
    'Vi vet inte hur mycket av förändringen som beror på försöket: det finns inget att jämföra med.',
  counts: (yes, of, otherYes, otherOf) =>
    `Av dem som var med ${yes} av ${of}, i jämförelsegruppen ${otherYes} av ${otherOf}.`,
  chart: {
    above: (points) =>
      `De senaste ${points} värdena ligger över det gamla medelvärdet: något har förändrats.`,
    below: (points) =>
      `De senaste ${points} värdena ligger under det gamla medelvärdet: något har förändrats.`,
    rising: (points) => `${points} värden i rad har stigit: något har förändrats.`,
    falling: (points) => `${points} värden i rad har sjunkit: något har förändrats.`,
    outside: (points) =>
      `Utanför den vanliga variationen finns ${points} värden: de har troligen en egen orsak.`,
  },
  outsideOne: 'Ett värde ligger utanför den vanliga variationen: det har troligen en egen orsak.',
  chartQuiet: (points) => `${points} värden varierar som förut.`,
  chartSilentOnCause: 'Diagrammet säger inte vad.',
  chartSilentOnReason: 'Diagrammet säger inte vilken.',
  chartQuietMeaning: 'En liten förändring kan ändå finnas utan att synas i en så här kort serie.',
  pooled: (lead, amount, direction, range, studies) =>
    `${lead} ${amount} ${direction} (${range}) när ${studies} kommuner räknas ihop.`,
  nextPlace: (low, high) => `I nästa kommun är effekten troligen mellan ${low} och ${high}.`,
  noNextPlace: 'Kommunerna är för få för att något ska kunna sägas om nästa.',
  surveyMean: (lead, amount, range, answers) => `${lead} ${amount} (${range}). Antalet svar är ${answers}.`,
  surveyLimits: 'Intervallet säger inget om vad de som inte svarade tycker.',
  smallSurvey: (answers) => `${answers} svar.`,
  smallSurveyMeaning: 'Läs staplarna som de här personernas svar, inte som stämningen i kommunen.',
  values: (lead, list) => `${lead} ${list}.`,
  valuesMeaning: 'Värdena är så få att alla visas. De säger inte om skillnaden beror på försöket.',
  medianTime: (lead, amount, range) => `${lead} ${amount}, då hälften hade hunnit (${range}).`,
  medianNotReached: (lead) => `${lead} mindre än hälften under uppföljningen.`,
  medianLimits: (people) => `Vi följde ${people} personer. Det här säger inte vad som påverkade tiden.`,
  beliefBetter: (times) => `Sannolikheten för att det nya sättet är bättre än det gamla är ${times} procent.`,
  beliefLimits: 'Det säger inte hur mycket bättre.',
  syntheticChange: (lead, amount, direction) =>
    `${lead} ${amount} ${direction} än i jämförelsen som satts ihop av andra platser.`,
  placebos: (asLarge, units) =>
    `När var och en av de ${units} platserna i tur och ordning togs för den som prövade avvek ${asLarge} av dem lika mycket, den som verkligen prövade medräknad.`,
  noPlaceboAsLarge: (units) =>
    `När var och en av de ${units} platserna i tur och ordning togs för den som prövade avvek ingen annan lika mycket från sin jämförelse.`,
  tooFewPlacesForRange: 'Platserna är för få för att ett intervall ska kunna räknas.',
  ranks: {
    higher: (times) =>
      `Om ett värde tas på måfå från det nya sättet och ett från det gamla är det nya högre ungefär ${times} gånger av hundra (lika värden räknas till hälften).`,
    lower: (times) =>
      `Om ett värde tas på måfå från det nya sättet och ett från det gamla är det nya lägre ungefär ${times} gånger av hundra (lika värden räknas till hälften).`,
  },
  moreDataPays: (extra, cost, worth) =>
    `${extra} till kostar ${cost} och väntas ge ett beslut som är värt ${worth} mer.`,
  moreDataDoesNot: (extra, cost, worth) =>
    `${extra} till kostar ${cost} men väntas ge ett beslut som är värt bara ${worth} mer.`,
  moreDataLimits: 'Bedömningen bygger på det vi vet nu.',
  decisions: {
    spread: 'Den överenskomna regeln föreslår: sprid.',
    adapt: 'Den överenskomna regeln föreslår: ändra och fortsätt.',
    stop: 'Den överenskomna regeln föreslår: avsluta.',
  },
  decisionGround: (amount, range, worthwhile) =>
    `Förändringen är ${amount} (${range}), och ni kom överens om att ${worthwhile} är värt besväret.`,
  decisionIsYours: 'Regeln känner inte till alla skäl: beslutet fattas av människor.',
  refusalLead: 'Siffran kan inte ges.',
}

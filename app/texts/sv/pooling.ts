import type { PoolingTexts } from '../fi/pooling.ts'

export const pooling: PoolingTexts = {
  title: 'Vad försöken visar tillsammans',
  nothingYet: 'Det finns inget gemensamt resultat än: ingen har berättat hur mycket måttet förändrades.',
  single: 'Bara en kommun har berättat om sin förändring. Det finns inget att slå ihop än.',
  forestTitle: (measure) => `Förändringen i varje kommun: ${measure}`,
  forestSentence:
    'Kvadraten är kommunens förändring, större ju mer den väger, och strecket dess intervall. Romben är den gemensamma siffran, det brutna strecket det man kan vänta sig av nästa kommun.',
  forestSentenceFew:
    'Kvadraten är kommunens förändring och strecket dess intervall. Romben är den gemensamma siffran, om kommunerna är minst två.',
  municipality: 'Kommun',
  together: 'Tillsammans',
  nextPlace: 'I nästa kommun',
  spread: (amount) =>
    `Mellan kommunerna avviker förändringen vanligen med omkring ${amount} från den gemensamma siffran.`,
  spreadRange: (low, high) => `Om skillnaden vet vi att den troligen ligger mellan ${low} och ${high}.`,
  spreadNone: 'Skillnaderna mellan kommunerna ryms inom mätningarnas osäkerhet.',
  adopters: {
    total: (n) => (n === 1 ? 'Ett försök har tagit detta i bruk.' : `${n} försök har tagit detta i bruk.`),
    reported: (n, of) => `${n}/${of} har berättat om resultatet.`,
    underWay: (n, of) => `${n}/${of} pågår.`,
    silent: (n, of) =>
      `${n}/${of} har inte berättat om sitt resultat. De tysta kan ha gått sämre eller bättre än de andra.`,
  },
  checks: 'Vad som är bra att veta om den gemensamma siffran',
  othersTitle: 'Vilka som inte är med i den gemensamma siffran',
  columns: { municipality: 'Kommun', change: 'Förändring', why: 'Varför inte med' },
  reasons: {
    'under-way': 'pågår, siffrorna är inte offentliga än',
    'opened-early': 'siffrorna öppnades före slutet',
    exploratory: 'sättet att jämföra var inte avtalat före starten',
    'other-measure': 'måttet har en annan enhet eller riktning',
    afterwards: 'räknat i efterhand ur öppna data',
    'made-up': 'påhittat exempel',
    'cannot-tell': 'mätningarna räcker inte till att säga hur stor förändringen är',
    'open-range': 'förändringens intervall saknar den ena änden',
    'no-readings': 'inga mätningar',
    silent: 'har inte berättat om resultatet',
  },
  noChange: 'okänt',
  fold: {
    title: 'Så här är det räknat',
    text: 'Kommunernas resultat har slagits ihop med en modell för slumpmässiga effekter (REML), och intervallet är Hartungs och Knapps. Ett försöks medelfel är bredden på dess intervall delat med 3,92. Försök i samma kommun har först räknats ihop. Intervallet för nästa kommun ges från och med fem kommuner.',
    engine: (version, moment) => `Räknat ${moment} med statistikmotorn @uskalla/evidence ${version}.`,
    fingerprint: 'Resultatens fingeravtryck (SHA-256)',
  },
  figures: {
    title: 'Siffrorna tillsammans',
    unit: 'Enhet',
    mean: (amount, low, high, units) =>
      `I genomsnitt ${amount} per år, troligen ${low} – ${high}. ${units} enheter är med.`,
    maybeNothing: 'Intervallet går över noll: så få siffror utesluter inte ens att ingenting sparas.',
    within: (amount) => `Åren i samma enhet skiljer sig vanligen med omkring ${amount}.`,
    noComparison: 'Det finns inget att jämföra med: vi vet inte hur mycket som hade sparats ändå.',
    tooFew: (units) => `Om nästa enhet kan ingenting sägas: enheterna är ${units}, och det behövs fem.`,
    sentence:
      'Kvadraten är medelvärdet av enhetens år och strecket går från dess lägsta år till dess högsta. Romben är det gemensamma medelvärdet med sitt intervall.',
  },
  link: 'Skulle det fungera hos oss?',
  familyLink: 'Alla resultat tillsammans',
  would: {
    title: 'Skulle det fungera hos oss?',
    lede: 'Välj din kommun. Du ser vilka som redan har försökt, om de liknar er och vad resultatet kunde bli hos er.',
    choose: 'Kommun',
    chooseEmpty: 'Välj kommun',
    show: 'Visa',
    rangeTitle: (where) => `Vad man kunde vänta sig ${where}`,
    range: (where, low, high) =>
      `Om detta prövades ${where} skulle förändringen troligen ligga mellan ${low} och ${high}.`,
    rangeSame:
      'Intervallet är detsamma för alla kommuner. Resultaten är för få för att likhet skulle kunna göra det smalare.',
    tooFew: (places) =>
      places === 0
        ? 'För få för en förutsägelse: ingen kommun har ännu berättat hur mycket måttet förändrades.'
        : places === 1
          ? 'För få för en förutsägelse: bara en kommun har berättat om förändringen, och det behövs fem.'
          : `För få för en förutsägelse: ${places} kommuner har berättat om förändringen, och det behövs fem.`,
    known: 'Vi vet bara hur det gick på andra håll:',
    ownAlready: (where, change) => `Detta har redan prövats ${where}: förändringen var ${change}.`,
    ownUnknown: (where) => `Detta har redan prövats ${where}. Hur stor förändringen var är okänt.`,
    adoptersTitle: 'Vilka som har försökt, de närmaste först',
    nobody: 'Ingen annan kommun har prövat detta än. Ni kan bli den första.',
    nearest: (names) => `Mest liknar er ${names}.`,
    noneAlike: 'Ingen av dem som har försökt hör till de kommuner som liknar er mest.',
    columns: { municipality: 'Kommun', rank: 'Hur nära er', got: 'Förändring', outcome: 'Hur det gick' },
    rank: (rank) => `närmast som nummer ${rank}`,
    rankUnknown: 'kan inte jämföras: siffror saknas',
    figuresTitle: 'Vilka siffror kommunerna jämförs med',
    figure: 'Siffra',
    likeness:
      'Likheten räknas bara ur dessa siffror. Den vet inte hur man arbetar hos er eller vem som blir ivrig.',
    notAll: (used) => `Kända för alla dessa kommuner: ${used}.`,
    source:
      'Siffror: Statistikcentralen, arbets- och näringsministeriet och statistiken över Finlands allmänna bibliotek (CC BY 4.0).',
    sourceLink: 'Datakällor och licenser',
    conditionsTitle: 'Vad det har krävt på andra håll',
    conditionsNone: 'Ingen har ännu skrivit vad detta kräver.',
    wholeCountry: 'flera kommuner',
  },
}

import type { EvaluationsTexts } from '../fi/evaluations.ts'

export const evaluations: EvaluationsTexts = {
  title: 'Resultat',
  pageTitle: (question) => `Resultat: ${question}`,
  underWay: (date) => `Försöket pågår ännu, till ${date}. Siffrorna kan ändras.`,
  underWayOpen: 'Försöket pågår ännu. Siffrorna kan ändras.',
  predicted: 'Vad vi förutspådde',
  happened: 'Vad som hände',
  notPredicted: 'Ingen siffra förutspåddes.',
  words: {
    noData: 'Vi vet inte än. Det finns ingen mätning från försökets tid.',
    fewPoints: (n) =>
      n === 1
        ? 'Vi vet inte än. Vi har data från en dag.'
        : `Vi vet inte än. Vi har data från ${['', '', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju'][n] ?? n} dagar, och för en slutsats behövs minst åtta.`,
    fewPointsShow: (value) => `De räcker bara till att säga var vi är nu: det mittersta värdet är ${value}.`,
    lackOfData: 'Det är data som saknas, inte nödvändigtvis effekten.',
    noBaseline: (value, n) => `Under försöket var det mittersta värdet ${value} (${n} dagar).`,
    nothingToHoldAgainst: 'Vi vet inte om något förändrades: utgångsläget varken mättes eller antecknades.',
    changed: (amount, before, during, better) =>
      `${amount} än före: före ${before}, under försöket ${during}. Riktningen är ${better ? 'den önskade' : 'motsatt den önskade'}.`,
    sameAsBefore: (value) => `Samma som före: ${value}.`,
    more: (amount) => `${amount} mer`,
    less: (amount) => `${amount} mindre`,
    restsOnPoints: (before, during) =>
      `Siffrorna är de mittersta värdena från ${before === 1 ? 'en dag' : `${before} dagar`} före försöket och ${during} dagar under det.`,
    restsOnPlan: (during) =>
      `Utgångsläget är siffran i planen; från försökets tid finns det mittersta värdet av ${during} dagar.`,
    nothingCompared:
      'Vi vet inte hur mycket av förändringen som beror på försöket: det finns inget att jämföra med.',
    predictedOnly: (predicted) => `Prognosen var ${predicted}. Det finns inga mätningar av vad som hände.`,
    predictedAndHappened: (predicted, happened, days) =>
      `Prognosen var ${predicted}, det mittersta värdet blev ${happened} (${days === 1 ? '1 dag' : `${days} dagar`}).`,
    onFaces: (mean) => `${mean} på skalan 1–3`,
  },
  level: {
    term: 'Evidensnivå',
    levels: {
      0: 'Nivå 0: idé eller berättelse. Ingen förändring kan visas ännu.',
      1: 'Nivå 1: före och efter på ett ställe. Förändringen syns, orsaken inte.',
    },
    precision: 'Precision',
    precisionUnknown: 'Inget intervall har räknats ut.',
    more: 'Vad nivåerna betyder',
    scale:
      'Skala 0–5: 0 idé eller berättelse, 1 före och efter, 2 andra orsaker följda, 3 trovärdig jämförelse, 4 som lottad, 5 lottad. Nivån beskriver upplägget, inte hur stor eller nyttig förändringen är.',
    repeated: 'Upprepat på annat håll',
  },
  record: {
    title: 'Anteckna resultatet',
    lede: 'Skriv med egna ord vad som hände jämfört med prognosen. Siffrorna kommer ur mätningarna och skrivs inte på nytt.',
    link: 'Anteckna resultatet',
    again: 'Komplettera resultatet',
    happened: 'Vad hände?',
    happenedHint: 'Några meningar. Berätta också vad annat som kan ha inverkat.',
    happenedMissing: 'Skriv med några meningar vad som hände.',
    tells: 'Slog prognosen in?',
    tellsMissing: 'Välj om prognosen slog in.',
    tellsOptions: {
      as_predicted: 'Ja, ungefär som förutspått',
      otherwise: 'Nej, det gick annorlunda',
      cannot_tell: 'Går inte att säga ännu',
    },
    learning: 'Hurdan lärdom gav det?',
    learningMissing: 'Välj hurdan lärdom det gav.',
    learningOptions: {
      works: 'Vi vet mer om huruvida det här fungerar',
      inspired: 'Det inspirerade till något nytt',
      both: 'Båda',
    },
    button: 'Spara resultatet',
    saved: 'Resultatet är antecknat.',
    notFrozen: 'Resultatet antecknas först när planen är låst.',
  },
  written: (date) => `Antecknat ${date}.`,
  otherData: 'Mätningarna har ändrats efter att resultatet antecknades. Se siffrorna ovan.',
  otherMeasures: 'Övriga mätare',
  section: {
    title: 'Resultat',
    link: 'Hela resultatet och diagrammen',
    none: 'Inget resultat har antecknats ännu.',
  },
  fold: {
    title: 'Så är det här uträknat',
    text: 'Det mittersta värdet är medianen: hälften av dagarna ligger under och hälften över. Flera mätningar samma dag räknas till ett medeltal. Av färre än åtta dagar dras ingen slutsats om förändring.',
    fingerprint: 'Datamaterialets fingeravtryck (SHA-256)',
  },
}

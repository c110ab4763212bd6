import type { EvaluationsTexts } from '../fi/evaluations.ts'

export const evaluations: EvaluationsTexts = {
  title: 'Resultat',
  beingWorkedOut: {
    title: 'Resultatet räknas',
    text: 'Mätningarna har ändrats och resultatet räknas på nytt. Det tar oftast några sekunder.',
    again: 'Se om det är klart',
    sendAgain:
      'Resultatet räknas av nya mätningar, och ingenting har sparats än. Dina texter finns kvar på den här sidan: vänta en stund och skicka formuläret på nytt.',
  },
  trouble: {
    title: 'Resultatet har inte kunnat räknas ut',
    text: (failures, nextAt) =>
      `Uträkningen har misslyckats ${failures === 1 ? 'en gång' : `${failures} gånger`}. ${nextAt === null ? 'Vi försöker just nu på nytt.' : `Vi försöker själva på nytt senast ${nextAt}.`} De som driver tjänsten ser felet, och mätningarna finns kvar.`,
    textsStay:
      'Inget har sparats ännu. Dina texter finns på den här sidan: kopiera dem om du går härifrån medan du väntar.',
  },
  units: {
    title: 'Enheten ändrades under försöket',
    converted: (unit) =>
      `Siffrorna på den här sidan är i planens enhet${unit === '' ? '' : ` (${unit})`}. Mätningarna finns kvar så som de antecknades.`,
    apart: (unit) =>
      `Värden i olika enheter ställs inte på samma skala. Resultatet bygger bara på de mätningar som antecknades i planens enhet${unit === '' ? '' : ` (${unit})`}; de andra finns varken i diagrammet eller i siffrorna.`,
  },
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
    fewPointsShow: (value, n) =>
      n === 1
        ? `Det räcker bara till att säga var vi är nu: värdet är ${value}.`
        : `De räcker bara till att säga var vi är nu: det mittersta värdet är ${value}.`,
    wrongWay: 'Riktningen är motsatt den önskade.',
    changesPlaceByPlace: (name) => `${name}, förändringen plats för plats:`,
    lackOfData: 'Det är data som saknas, inte nödvändigtvis effekten.',
    noBaseline: (value, n) => `Under försöket var det mittersta värdet ${value} (${n} dagar).`,
    nothingToHoldAgainst: 'Vi vet inte om något förändrades: utgångsläget varken mättes eller antecknades.',
    changed: (amount, before, during, better) =>
      `${amount} än före: före ${before}, under försöket ${during}. Riktningen är ${better ? 'den önskade' : 'motsatt den önskade'}.`,
    sameAsBefore: (value) => `Samma som före: ${value}.`,
    more: (amount) => `${amount} mer`,
    less: (amount) => `${amount} mindre`,
    restsOnPoints: (before, during) =>
      `Siffrorna är de mittersta värdena från ${before === 1 ? 'en mätdag' : `${before} mätdagar`} före försöket och ${during} mätdagar under det.`,
    restsOnPlan: (during) =>
      `Utgångsläget är siffran i planen; från försökets tid finns det mittersta värdet av ${during} mätdagar.`,
    nothingCompared:
      'Vi vet inte hur mycket av förändringen som beror på försöket: det finns inget att jämföra med.',
    predictedOnly: (predicted) => `Prognosen var ${predicted}. Det finns inga mätningar av vad som hände.`,
    predictedAndHappened: (predicted, happened, days) =>
      `Prognosen var ${predicted}, det mittersta värdet blev ${happened} (${days === 1 ? '1 dag' : `${days} dagar`}).`,
    onScale: (mean, most) => `${mean} på skalan 1–${most}`,
  },
  level: {
    term: 'Evidensnivå',
    levels: {
      0: 'Nivå 0: idé eller berättelse. Ingen förändring kan visas ännu.',
      1: 'Nivå 1: före och efter på ett ställe. En förändring kan synas, orsaken inte.',
      2: 'Nivå 2: seriens egen tid före som jämförelse. En förändring kan urskiljas, orsaken vet vi inte säkert.',
      3: 'Nivå 3: en trovärdig jämförelse med andra platser över samma tid.',
      4: 'Nivå 4: lottat, men något gör det osäkrare: lottningarna är få eller något gick inte som planerat.',
      5: 'Nivå 5: lottat, och lottningarna är tillräckligt många.',
    },
    precision: 'Precision',
    scales: (maryland, nesta) =>
      `På Marylandskalan (What Works Growth) ${maryland === 0 ? 'under 1' : maryland}, på Nestas skala ${nesta}.`,
    loweredBy: 'Nivån är ett steg lägre eftersom:',
    precisionLevels: {
      high: 'God: intervallet är smalt jämfört med det som ni kom överens om är värt besväret.',
      moderate: 'Måttlig: intervallet är ungefär lika brett som det ni kom överens om är värt besväret.',
      low: 'Svag: intervallet är bredare än den förändring som ni kom överens om är värd besväret.',
    },
    precisionUnsaid:
      'Intervallet är räknat, men ni har inte kommit överens om vilken förändring som är värd besväret.',
    precisionUnknown: 'Inget intervall har räknats ut.',
    more: 'Vad nivåerna betyder',
    scale:
      'Skala 0–5: 0 idé eller berättelse, 1 före och efter, 2 andra orsaker följda, 3 trovärdig jämförelse, 4 som lottad, 5 lottad. Nivån beskriver upplägget, inte hur stor eller nyttig förändringen är.',
    repeated: 'Upprepat på annat håll',
  },
  analysis: {
    method: 'Metod',
    methods: {
      'share-difference': 'skillnad mellan två andelar',
      'fisher-exact': 'Fishers exakta test',
      'mann-whitney': 'jämförelse av två grupper med rangtal',
      welch: 'jämförelse av två gruppers medelvärden',
      'permutation-with-shift': 'jämförelse av två grupper med alla möjliga indelningar',
      'log-rank': 'tid till händelse i två grupper',
      'cluster-randomisation-test': 'jämförelse av lottade platser med alla möjliga lottningar',
      'adjusted-cluster-comparison': 'jämförelse av lottade platser',
      'stepped-wedge-permutation': 'lottad startordning, alla möjliga ordningar',
      'synthetic-control': 'sammansatt jämförelse',
      'difference-with-placebos':
        'skillnad mellan förändringar, varje plats i tur och ordning som den som prövat',
      'difference-in-differences': 'skillnad mellan platsernas förändringar',
      'group-time-effects': 'de som börjat vid olika tid, grupp för grupp',
      'run-chart': 'diagram kring det mittersta värdet',
      'run-chart-trial': 'diagram, preliminärt',
      'xmr-chart': 'diagram vars gränser räknas av tiden före försöket',
      'interrupted-series': 'avbruten tidsserie: språng vid starten',
      'interrupted-series-counts': 'avbruten serie av antal: språng vid starten',
      'paired-change': 'samma platser före och efter',
      'one-time-comparison': 'jämförelse av två grupper vid en tidpunkt',
      'every-value': 'alla värden som de är',
    },
    noDesign: 'I planen valdes inget upplägg, så metoden valdes efter antalet mätningar.',
    exploratory:
      'Utforskande: det här valdes inte till huvudmätare före starten. Av många mätare kan någon förändras av en slump.',
    checks: 'Det här är bra att veta om resultatet',
    computing: 'Resultatet räknas av nya mätningar. Ladda sidan på nytt om en stund.',
    watched: 'Diagrammet får följas hela tiden. Intervall och slutsats visas först i slutet.',
    interruptedChart:
      'Den heldragna linjen är modellen, den streckade det som tiden före hade lett till utan försöket.',
    xmrChart: 'Gränserna är räknade av tiden före försöket. De inringade värdena avviker från den.',
    placesChart: 'Nivån på varje plats före och efter.',
    versionsChart: 'Medelvärdet för vardera versionen.',
    groups: { treated: 'prövar', comparison: 'som förut' },
    versionGroups: { treated: 'ny version', comparison: 'den andra versionen' },
    drawsTitle: 'Vad slumpen hade kunnat visa',
    drawsChart: (all) =>
      `De som prövar hade kunnat väljas på ${all} sätt. Staplarna visar skillnaderna om försöket inte hade någon effekt. De mörka är minst lika stora som den observerade.`,
  },
  synthetic: {
    title: (name) => `${name}: skillnaden mot den sammansatta jämförelsen`,
    sentence: (place) =>
      `Den tjocka linjen är ${place}: hur långt den ligger från en jämförelse som satts ihop av platser som liknade den före försöket. De tunna linjerna är andra platser, var och en i tur och ordning som den som prövar.`,
    weights: 'Av vilka platser jämförelsen satts ihop',
    ratios: 'Hur mycket varje plats avviker',
    place: 'Plats',
    ratio: 'Avvikelse efter starten ÷ före starten',
    tried: (name) => `${name} (prövade)`,
    exactFit: 'kan inte räknas',
    ratioMeans:
      'Ett stort tal betyder att platsen skilde sig från sin jämförelse mycket mer efter starten än före den.',
  },
  answers: {
    title: (name) => `${name}: alla svar`,
    sentence:
      'Hur stor del som gav varje svar. Enbart medeltalet berättar inte om de som svarade är överens.',
    times: { before: 'Före försöket', after: 'Under försöket' },
    groups: {
      treated: { before: 'Prövar, före', after: 'Prövar, under' },
      comparison: { before: 'Som förut, före', after: 'Som förut, under' },
    },
    versions: { treated: 'Ny version', comparison: 'Annan version' },
    split: (groups) =>
      `Svaren är delade mellan skalans båda ändar (${groups.join('; ')}): medeltalet beskriver ingendera sidan.`,
  },
  covered: {
    title: 'Siffrorna är ännu täckta',
    text: (date) =>
      `I planen kom ni överens om att resultatet öppnas när försöket har slutat ${date}. Siffror som ses mitt i lockar till att sluta vid ett lämpligt tillfälle.`,
    readings: (count) => (count === 1 ? 'Det finns en mätning.' : `Det finns ${count} mätningar.`),
    link: 'Öppna siffrorna före slutet',
    opened: (date, why) => `Siffrorna öppnades före slutet ${date}. Orsak: ${why}`,
    page: {
      title: 'Öppna siffrorna före slutet',
      lede: 'Ibland måste man se efter, till exempel på grund av en skada. Öppnandet och orsaken står kvar bredvid resultatet för alltid, och evidensnivån sjunker ett steg.',
      why: 'Varför öppnas siffrorna nu?',
      whyMissing: 'Skriv varför siffrorna öppnas före slutet.',
      button: 'Öppna siffrorna',
      done: 'Siffrorna är öppna. Orsaken syns bredvid resultatet.',
      notCovered: 'Siffrorna är inte täckta.',
    },
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
  otherData: 'Mätningarna har ändrats efter att resultatet antecknades. Se de aktuella siffrorna.',
  otherMeasures: 'Övriga mätare',
  section: {
    title: 'Resultat',
    link: 'Hela resultatet och diagrammen',
    none: 'Inget resultat har antecknats ännu.',
  },
  fold: {
    title: 'Så är det här uträknat',
    text: 'Det mittersta värdet är medianen: hälften av dagarna ligger under och hälften över. Flera mätningar samma dag räknas till ett medeltal. Av färre än åtta dagar dras ingen slutsats om förändring.',
    engine: (version, seed, moment) =>
      `Räknat ${moment} med statistikmotorn @uskalla/evidence ${version}, slumptalens frö ${seed}. Samma data ger samma siffror.`,
    plan: 'Planens fingeravtryck (SHA-256)',
    fingerprint: 'Datamaterialets fingeravtryck (SHA-256)',
  },
}

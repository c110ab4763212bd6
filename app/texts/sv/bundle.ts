import type { BundleTexts } from '../fi/bundle.ts'

export const bundle: BundleTexts = {
  title: 'Räkna själv om',
  lede: 'I räknepaketet finns den låsta planen, mätningarna och det beräknade resultatet. Ett enda kommando räknar om resultatet och berättar om siffrorna är desamma till sista siffran.',
  link: 'Ladda ner räknepaketet (zip)',
  how: 'Så räknar du',
  covered: (date: string) => `Räknepaketet kan laddas ner när siffrorna öppnas ${date}.`,
  coveredOpen: 'Räknepaketet kan laddas ner när försöket har avslutats och siffrorna öppnas.',
  computing: 'Räknepaketet blir klart när resultatet har beräknats av de nya mätningarna.',
  command: 'I den öppna programvarans mapp, utan nät och databas:',
  commandAlone: 'Eller med enbart statistikmotorn, mappen uppackad ur paketet:',
  fileName: 'uskalla-resultat',
  readme: {
    title: 'Räknepaket för ett försök',
    what: 'Ur det här paketet får vem som helst samma resultat som på försökets sida, till sista siffran. Om någon siffra skiljer sig namnger kommandot den första.',
    filesTitle: 'Vad paketet innehåller',
    files: [
      { file: 'plan.json', is: 'planen så som den låstes innan försöket började' },
      {
        file: 'draw.json',
        is: 'lottningen: fröet, dess kontrollsumma som gavs på förhand och den lottade ordningen',
      },
      { file: 'data.csv', is: 'mätningarna i den ordning som de räknades' },
      { file: 'unit-changes.json', is: 'från vilken dag en mätare lästes i en annan enhet' },
      { file: 'looks.json', is: 'de avtalade mellangranskningarna' },
      { file: 'explorations.json', is: 'utforskande analyser utanför planen' },
      { file: 'evaluation.json', is: 'resultatet: varje tal med alla sina siffror' },
      { file: 'figures.txt', is: 'samma tal som en lista' },
      { file: 'engine/', is: 'varje fråga till statistikmotorn och dess svar' },
      { file: 'MANIFEST.txt', is: 'filernas kontrollsummor (SHA-256)' },
    ],
    columnsTitle: 'Vad kolumnerna i data.csv innehåller',
    columns: [
      { column: 'measure_id', is: 'mätarens bestående kod, samma som i planen' },
      { column: 'measure', is: 'mätarens namn' },
      { column: 'measure_unit', is: 'enheten som talet antecknades i' },
      { column: 'place', is: 'plats eller version; tom när planen har en enda plats' },
      { column: 'day', is: 'dagen i formen 2026-03-10' },
      { column: 'value', is: 'talet, med decimalpunkt; ansiktena är 1 (ledset), 2 och 3 (glatt)' },
      { column: 'phase', is: 'before = före försöket, during = under det, after = efter det' },
    ],
    unitsTitle: 'Enheten ändrades under försöket',
    units:
      'Mätningarna står i data.csv så som de antecknades. Resultatet räknades i planens enhet; värden som inte kan räknas om användes inte.',
    againTitle: 'Räkna om',
    again: 'I mappen med den öppna programvaran Uskalla (Node.js), utan nät och databas:',
    alone: 'Med enbart statistikmotorn, när paketet har packats upp:',
    sums: 'Filernas kontrollsummor på vilken dator som helst:',
    trust: (fingerprint: string) =>
      `Planens fingeravtryck ${fingerprint} var offentligt från försökets början. Jämför det med försökets sida och med kedjan i kommunens logg: paketet ensamt visar inte att det inte har gjorts om från början.`,
    limitsTitle: 'Vad som inte finns här',
    limits: [
      'Anteckningar, dagbok eller vem som mätte: de påverkar inte siffrorna.',
      'Mätningar som har tagits bort eller rättats: om dem finns en rad med orsak i loggen.',
    ],
    licenceTitle: 'Villkor',
    licence:
      'Uppgifterna får användas enligt licensen CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/deed.sv) när kommunen och Uskalla anges som källa. Nämn också de övriga källorna om försökets sida har sådana.',
    engine: (version: string, seed: number, moment: string) =>
      `Beräknat ${moment} med statistikmotorn @uskalla/evidence ${version}, slumptalens frö ${seed}.`,
  },
}

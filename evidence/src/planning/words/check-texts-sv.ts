import type { RefusalCode } from '../../finding.ts'
import type { CheckCode } from '../check-codes.ts'

/** Warnings in the Swedish of Finland. */
export const checkTextsSv: Record<CheckCode, string> = {
  'too-few-points': 'Värdena är så få att diagrammet kan läsas men inga slutsatser dras ännu.',
  'trial-limits': 'Gränserna bygger på färre än 13 värden. De är preliminära och kommer att flytta sig.',
  autocorrelation: 'Värden efter varandra liknar varandra, så diagrammet larmar för lätt.',
  'seasonality-unmodelled': 'Årstiden kan synas i resultatet: mätningen täcker inte två hela varv.',
  'pre-trend': 'Vi ser inte om de som jämförs utvecklades likadant redan före starten.',
  'few-treated-clusters':
    'Färre än fem grupper prövade. Därför visas bara det exakta testet, inte det vanliga felmåttet.',
  'few-clusters':
    'Det finns högst tio grupper på vardera sidan, så resultatet beror mycket på enskilda grupper.',
  'unbalanced-panel':
    'Någon saknar en mätning från något skede, så jämförelsen är inte jämn till alla delar.',
  'staggered-starts':
    'Försöket började vid olika tid på olika platser. En vanlig jämförelse av två tidpunkter skulle leda fel.',
  'min-p-above-alpha':
    'Med så få går inget resultat att skilja från slumpen med den säkerhet ni kom överens om.',
  'constant-values': 'Alla värden är lika, så det finns ingen variation att jämföra.',
  'constant-series': 'Serien varierar inte alls, så gränser kan inte räknas.',
  ties: 'Många värden är lika. Resultatet är då exakt bara för just de här värdena.',
  'zero-cells': 'I någon grupp finns inte ett enda fall, så kvoten ligger på gränsen.',
  'missing-values': 'En del värden saknas och har lämnats bort. Resultatet gäller bara det som mättes.',
  'term-dropped': 'En förklarande faktor lämnades bort eftersom den säger samma sak som de andra.',
  'between-variance-zero':
    'Inga skillnader syntes mellan platserna. De kan ändå finnas, och intervallet kan vara för smalt.',
  'single-study': 'Resultatet kommer från en enda plats. Det finns ännu inget att räkna ihop.',
  'few-studies': 'Resultaten kommer från färre än fem platser, så det gemensamma talet är ännu osäkert.',
  'hk-floor-used': 'Resultaten var ovanligt samstämmiga. Det bredare av två intervall visas.',
  'dominant-study': 'En plats väger mer i det gemensamma talet än alla andra tillsammans.',
  'negative-alpha': 'Påståendena går inte åt samma håll. Något av dem är troligen ställt åt andra hållet.',
  'small-group': 'Svaren är få. En enda persons svar kan vända resultatet.',
  unanimous: 'Alla svarade likadant. Att visa fördelningen skulle avslöja vars och ens svar.',
  differencing: 'Skillnaden mellan två publicerade grupper skulle avslöja en liten grupp.',
  'small-margin-category': 'I någon grupp finns färre än fem svar, och deras vikt är osäker.',
  'weights-extreme': 'Vissa svar väger mer än fem gånger så mycket som vanligt.',
  'weights-not-unique': 'Jämförelsen kan sättas ihop lika bra på andra sätt. Skillnaden är ändå densamma.',
  'outside-donor-hull':
    'Ingen kombination av jämförelseplatser motsvarar den här platsen före försöket. En del av skillnaden kan bero på det.',
  'poor-pre-fit':
    'Jämförelsen följer den här platsen dåligt redan före försöket. Skillnaden ska tas med försiktighet.',
  'simpson-reversal': 'Helheten och delarna pekar åt olika håll. Se på delarna var för sig.',
  peeking: 'Resultaten öppnades före slutet, vilket ger fler slumpfynd.',
  'regression-to-mean':
    'Platsen valdes för ett avvikande värde. En del av det återgår av sig självt mot det vanliga.',
  'carry-over': 'Mätningarna just kring bytet har lämnats bort. I dem kan gammalt och nytt blandas.',
  spillover:
    'Grannar som försöket kan påverka används som jämförelse. Skillnaden kan då se mindre ut än den är.',
  'co-intervention':
    'Något annat ändrades också på samma plats vid samma tid. Vi vet inte vilketdera som inverkade.',
  multiplicity: 'Jämförelserna är många, så någon av dem kan lyckas av en slump.',
  clustering:
    'Lotten gällde grupper, inte enskilda människor. De i samma grupp liknar varandra, så informationen är mindre än antalet svar.',
  attrition: 'Många föll bort på vägen, eller fler i den ena gruppen än i den andra.',
  'low-response': 'Färre än hälften svarade. De som inte svarade kan tycka annorlunda.',
  'definition-changed': 'Sättet att mäta ändrades på vägen, så före och efter är inte samma sak.',
  ceiling: 'Över hälften av svaren ligger vid skalans ena ände, så en förändring ryms inte.',
  'guardrail-missing': 'Planen säger inte vad som inte får bli sämre. En skada kan gå obemärkt förbi.',
  'learning-pilot':
    'Färre än 20 lottningar är möjliga, så det här är till för att lära: en effekt kan inte visas.',
}

/** Refusals in the Swedish of Finland. */
export const refusalTextsSv: Record<RefusalCode, string> = {
  'ill-conditioned': 'Talen räcker inte till ett entydigt svar med den utlovade noggrannheten.',
  'margins-infeasible': 'Någon befolkningsgrupp saknar svar helt, så vikter kan inte räknas.',
  'margins-disagree': 'De givna befolkningstalen stämmer inte överens med varandra.',
  suppressed: 'Svaren är för få för att visas. Så kan ingen kännas igen.',
  'not-enough-data': 'Uppgifterna är för få eller kan inte användas för den här beräkningen.',
}

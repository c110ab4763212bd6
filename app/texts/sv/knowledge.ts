import type { KnowledgeTexts } from '../fi/knowledge.ts'

export const knowledge: KnowledgeTexts = {
  library: {
    title: 'Biblioteket: vad andra har prövat',
    lede: 'Försök och utvecklingsarbete från hela Finland. Länken leder dit där arbetet beskrivs.',
    text: 'Sök med ord',
    municipality: 'Kommun',
    anyMunicipality: 'Alla kommuner',
    year: 'År',
    anyYear: 'Alla år',
    show: 'Visa',
    showAll: 'Visa alla',
    found: (count: number) => (count === 1 ? 'En rubrik' : `${count} rubriker`),
    none: 'Med de här valen finns inget i biblioteket. Pröva med färre val eller berätta din egen idé.',
    tellIdea: 'Berätta en idé',
    municipalityUnknown: 'kommunen är okänd',
    yearUnknown: 'året är okänt',
    toldElsewhere: 'Berättat på annat håll',
    toldElsewhereLede: 'Försök och utvecklingsarbete som beskrivs på andra webbplatser.',
    allTitles: (count: number) => `Visa alla ${count} rubriker`,
    ownSentences:
      'Rubrikerna är upphovspersonernas, de beskrivande meningarna våra egna. En del länkar leder till en lista där rubriken är en av många.',
    sourcesLink: 'Källor och licenser',
  },
  sources: {
    title: 'Källor och licenser',
    lede: 'Här ser du varifrån uppgifterna i tjänsten kommer och på vilka villkor de får användas.',
    provider: 'Producent',
    licence: 'Användningsvillkor',
    attribution: 'Så här anges källan',
    address: 'Adress',
    through: 'Kopian kommer härifrån',
    terms: {
      'public domain': 'fri att använda (public domain)',
      'facts in our own words': 'fakta med egna ord',
      'links with sentences of our own': 'länkar med en mening av oss',
    },
  },
}

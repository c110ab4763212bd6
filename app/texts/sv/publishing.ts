import type { PublishingTexts } from '../fi/publishing.ts'

export const publishing: PublishingTexts = {
  api: {
    title: 'Öppet gränssnitt',
    lede: 'Allt som är offentligt i tjänsten kan också hämtas i maskinläsbar form. Att läsa kräver inga nycklar. Kommunens egna program kan dessutom skicka mätningar med en nyckel.',
    addresses: 'Var du hittar vad',
    address: 'Adress',
    gives: 'Vad du får',
    narrow: 'Avgränsning',
    search: 'Sökning i allt offentligt: försök, lärdomar, idéer och rubriker i biblioteket',
    experiments: 'Lista över offentliga försök',
    experiment:
      'Ett försök i sin helhet: planen och dess fingeravtryck, avvikelser, mätningar, resultat, beslut och lärdom',
    municipalities: 'Finlands 308 kommuner',
    municipality: 'En kommun med nyckeltal',
    lessons: 'Lista över lärdomar',
    description: 'Maskinläsbar beskrivning (OpenAPI 3.1)',
    examples: 'Exempel',
    exampleSearch: 'Sök sådant som gäller matsvinn:',
    exampleExperiments: 'Hämta avslutade försök med svenska namn, 50 per sida:',
    exampleMunicipality: 'Hämta uppgifterna om Keitele:',
    exampleAgain: 'Fråga om något har ändrats. Ange den ETag som du fick i förra svaret:',
    send: 'Skicka mätningar från ett program',
    sendText:
      'En våg, en räknare eller ett annat system kan skicka mätningarna självt. Nyckeln får man på försökets sida för mätningar, under Ett program skickar mätningarna. Nyckeln gäller för en mätare, och mätarens adress visas bredvid nyckeln.',
    exampleSend: 'Skicka två mätningar:',
    sendFacts: [
      'En mätning är ett objekt, flera är en lista. I en sändning ryms högst 1 000 mätningar. Alla sparas, eller ingen.',
      'id är ditt eget namn på mätningen. Samma mätning kan skickas igen, och den sparas en gång. Rubriken Idempotency-Key namnger hela sändningen.',
      'unit är talets enhet: en annan än mätarens duger inte. Om försöket har flera platser, ange place.',
      'Om dagen redan har en mätning säger svaret det. same_day=replace ersätter den tidigare, same_day=keep behåller båda. Tal räknas inte ihop.',
      'Fel kommer som application/problem+json, och invalid_rows namnger varje rad och vad som är fel på den.',
      'Nyckeln slutar fungera när försöket har avgjorts. Det går inte att skicka från en webbläsare: nyckeln är till för ett program.',
    ],
    goodToKnow: 'Bra att veta',
    unknown: 'Det som är okänt är alltid null, aldrig noll eller tom text.',
    madeUp: 'Påhittade exempel har uppgiften is_example: true. Inget i dem har hänt.',
    lang: 'Parametern lang (fi, sv, en) väljer språk för namn och sidadresser. Texterna är på det språk som de skrevs på.',
    paging:
      'Listor kommer sida för sida: page och per_page (högst 100). Fältet total anger antalet rader, och rubriken Link leder till nästa sida.',
    units: 'Enheten för varje tal står bredvid talet eller i beskrivningen av gränssnittet.',
    errors:
      'Fel har formen application/problem+json. Om en parameter inte går att läsa är svaret 400 och nämner parametern.',
    caching: 'Svaren har en ETag. För det som inte har ändrats blir svaret 304 utan innehåll.',
    cors: 'Gränssnittet kan anropas från vilken webbplats som helst.',
    people: 'Namn på människor och e-postadresser lämnas inte ut, inte heller utkast.',
    terms: 'Användningsvillkor',
    termsText:
      'Uppgifterna får användas enligt licensen CC BY 4.0 när kommunen och Uskalla anges som källa. Källorna till statistik och publicerade försök ska anges särskilt. Rubrikerna i biblioteket är upphovspersonernas.',
    sources: 'Källor och licenser',
  },
}

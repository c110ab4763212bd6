import type { SiteTexts } from '../fi/site.ts'

export const site: SiteTexts = {
  name: 'Uskalla',
  promise: 'Våga försöka. Vi lär oss tillsammans.',
  demoBanner: 'Det här är en provmiljö. Här får du göra vad du vill: uppgifterna är exempel.',
  navigation: {
    ideas: 'Idéer',
    experiments: 'Försök',
    lessons: 'Lärdomar',
    municipalities: 'Kommuner',
    library: 'Bibliotek',
    search: 'Sök',
  },
  signIn: 'Logga in',
  signOut: 'Logga ut',
  myOpenThings: 'Mina ärenden',
  front: 'Startsida',
  searchLabel: 'Sök bland försök och lärdomar',
  searchButton: 'Sök',
  footer: {
    sources: 'Källor och licenser',
    api: 'Öppet gränssnitt',
    log: 'Logg',
    mail: 'Exempelpost',
    catalogue: 'Gränssnittets delar',
    openSource: 'Uskalla är öppen programvara (EUPL 1.2).',
  },
  notFoundTitle: 'Sidan hittades inte',
  notFoundText:
    'Det finns ingen sida på adressen, eller så är den inte offentlig. Kontrollera adressen eller sök. Om du kom via en länk kan sidan ha flyttat.',
  notAllowedTitle: 'Den här sidan är för andra',
  notAllowedText:
    'Du kan inte göra det här med dina rättigheter. Om det borde vara möjligt, be kommunens koordinator om hjälp.',
  wrongMethodTitle: 'Sidan tar inte emot en sådan begäran',
  wrongMethodText: 'Öppna sidan via en länk och försök på nytt. Inget sparades.',
  tooLargeTitle: 'Det du skickade är för stort',
  tooLargeText:
    'Formuläret rymmer högst 4 megabyte text, och en fil får vara högst 10 megabyte. Inget sparades. Gå tillbaka och korta texten eller dela filen.',
  unreadableTitle: 'Det du skickade gick inte att läsa',
  unreadableText:
    'Formuläret kom i en form som tjänsten inte förstår. Inget sparades. Öppna formuläret på nytt och försök igen.',
  crossSiteTitle: 'Formuläret kom från en annan webbplats',
  crossSiteText:
    'Av säkerhetsskäl kan formuläret skickas bara från den här webbplatsen. Inget sparades. Öppna formuläret på nytt.',
  tooManyTitle: 'Vänta en stund',
  tooManyText: (seconds) =>
    `Härifrån har det på kort tid kommit fler förfrågningar än tjänsten tar emot. Inget sparades. Försök igen om ${seconds === 1 ? 'en sekund' : `${seconds} sekunder`}.`,
  staleTitle: 'Formuläret gäller inte längre',
  staleText:
    'Formuläret har öppnats före inloggningen eller utloggningen, i en annan webbläsare eller utan kakor. Inget sparades. Öppna formuläret på nytt.',
  openAgain: 'Öppna formuläret på nytt',
  unknownFieldTitle: 'Det du skickade hade fält som inte finns i formuläret',
  unknownFieldText:
    'Tjänsten tar emot bara formulärets egna fält. Inget sparades. Öppna formuläret på nytt och fyll i det på sidan.',
  filesTitle: 'Filer tas inte emot',
  filesText:
    'I det här formuläret skriver man text, och filer kan inte bifogas. Inget sparades. Mätningar kan hämtas från en fil på sidan för mätningar, en fil åt gången.',
  typedTitle: 'Vad du skrev',
  sendAgain: 'Skicka på nytt',
  brokenTitle: 'Något gick sönder hos oss',
  brokenText: (requestId) =>
    `Inget sparades den här gången. Gå tillbaka: det du skrev finns kvar i formuläret. Om samma sak händer igen, uppge koden ${requestId} till administrationen.`,
  busyTitle: 'Tjänsten är borta en stund',
  busyText:
    'Databasen svarar inte just nu. Inget sparades. Vänta en stund och försök igen; det du skrev finns kvar i webbläsaren.',
  conflict:
    'Någon annan sparade sidan strax före dig. Båda texterna finns kvar: välj vilka delar som ska stå.',
  backToFront: 'Till startsidan',
  skipToSearch: 'Till sökningen',
}

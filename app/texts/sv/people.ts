import type { PeopleTexts } from '../fi/people.ts'

export const people: PeopleTexts = {
  roles: {
    resident: 'kommuninvånare',
    employee: 'anställd',
    ambassador: 'försöksambassadör',
    leader: 'ledande tjänsteinnehavare',
    administrator: 'administratör',
    office: 'programkansliet',
    researcher: 'forskare',
  },
  mail: {
    subject: 'Länk till Uskalla',
    text: (link, minutes) =>
      `Hej\n\nÖppna länken så kommer du in i Uskalla:\n\n${link}\n\nLänken fungerar en gång och i ${minutes} minuter. Om du inte har bett om den behöver du inte göra något.\n\nVåga försöka. Vi lär oss tillsammans.\n`,
  },
  signIn: {
    title: 'Logga in med e-post',
    lede: 'Skriv din adress så får du en länk per e-post. Det finns inget lösenord.',
    email: 'E-postadress',
    emailHint: 'Använd din arbetsadress om du är anställd i en kommun.',
    emailMissing: 'Skriv din e-postadress.',
    send: 'Skicka länken',
    sentTitle: 'Titta i din e-post',
    sentText: 'Om adressen är rätt kommer länken fram om en stund. Den fungerar i 10 minuter.',
    readMail: 'Öppna provmiljöns post',
  },
  link: {
    title: 'Logga in i Uskalla',
    enter: 'Logga in',
    closedTitle: 'Länken fungerar inte längre',
    closedText: 'Länken fungerar en gång och i 10 minuter. Be om en ny, den kommer genast.',
    askNew: 'Be om en ny länk',
    welcome: (name) => `Välkommen, ${name}.`,
  },
  signOut: {
    title: 'Logga ut',
    leave: 'Logga ut från alla enheter',
    done: 'Du har loggat ut.',
  },
  tryAs: {
    title: 'Prova i någons roll',
    lede: 'De här personerna är påhittade. Välj med vems ögon du ser på tjänsten.',
    missing: 'Välj någon av personerna i listan.',
    now: (name, role) => `Du är nu ${name}, ${role}.`,
  },
}

export const people = {
  roles: {
    resident: 'kuntalainen',
    employee: 'työntekijä',
    ambassador: 'kokeilulähettiläs',
    leader: 'johtava viranhaltija',
    administrator: 'ylläpitäjä',
    office: 'ohjelmatoimisto',
    researcher: 'tutkija',
  },
  mail: {
    subject: 'Linkki Uskallaan',
    text: (link: string, minutes: number) =>
      `Hei\n\nAvaa tämä linkki, niin pääset Uskallaan:\n\n${link}\n\nLinkki toimii kerran ja ${minutes} minuuttia. Jos et pyytänyt sitä, sinun ei tarvitse tehdä mitään.\n\nUskalla kokeilla. Opitaan yhdessä.\n`,
  },
  signIn: {
    title: 'Kirjaudu sähköpostilla',
    lede: 'Kirjoita osoitteesi, niin saat sähköpostiin linkin. Salasanaa ei ole.',
    email: 'Sähköpostiosoite',
    emailHint: 'Käytä työosoitettasi, jos olet kunnan työntekijä.',
    emailMissing: 'Kirjoita sähköpostiosoitteesi.',
    send: 'Lähetä linkki',
    sentTitle: 'Katso sähköpostisi',
    sentText: 'Jos osoite on oikein, linkki on perillä hetken kuluttua. Se toimii 10 minuuttia.',
    readMail: 'Avaa kokeiluympäristön posti',
  },
  link: {
    title: 'Kirjaudu Uskallaan',
    enter: 'Kirjaudu sisään',
    closedTitle: 'Linkki ei enää toimi',
    closedText: 'Linkki toimii kerran ja 10 minuuttia. Pyydä uusi, se tulee heti.',
    askNew: 'Pyydä uusi linkki',
    welcome: (name: string) => `Tervetuloa, ${name}.`,
  },
  signOut: {
    title: 'Kirjaudu ulos',
    leave: 'Kirjaudu ulos kaikilta laitteilta',
    done: 'Olet kirjautunut ulos.',
  },
  tryAs: {
    title: 'Kokeile jonkun roolissa',
    lede: 'Nämä ihmiset on keksitty. Valitse, kenen silmin katsot palvelua.',
    missing: 'Valitse joku listan ihmisistä.',
    now: (name: string, role: string) => `Olet nyt ${name}, ${role}.`,
  },
}

export type PeopleTexts = typeof people

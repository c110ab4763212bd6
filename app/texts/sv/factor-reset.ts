import type { FactorResetTexts } from '../fi/factor-reset.ts'

export const factorReset: FactorResetTexts = {
  title: 'Återställ inloggningen',
  open: 'Återställ inloggningen',
  lede: (name) =>
    `${name} har tappat bort sina passnycklar och reservkoder. Återställningen tar bort dem, så att det går att göra nya.`,
  sureTitle: 'Försäkra dig först om vem som ber',
  sure: 'Träffa personen, eller ring själv till ett nummer som ni har sedan tidigare. E-post, meddelanden eller ett nummer som du får av personen räcker inte: så skulle också den göra som försöker ta sig in i någon annans namn.',
  how: 'Hur försäkrade du dig om vem som ber?',
  howMissing: 'Berätta hur du försäkrade dig om vem som ber.',
  ways: { in_person: 'Jag träffade personen', phone: 'Jag ringde till ett nummer som vi redan hade' },
  whatFollows: (hours) =>
    `Återställningen träder i kraft efter ${hours} timmar. Personen och de andra administratörerna får genast ett brev om den. Om personen dessförinnan loggar in med en passnyckel eller en reservkod avbryts återställningen.`,
  ask: 'Be om återställning',
  asked: 'Återställningen är begärd. Ett brev om den har skickats.',
  waitingTitle: 'Återställningen väntar',
  waiting: (when) => `Återställningen träder i kraft ${when}. Avbryt den om något verkar misstänkt.`,
  stop: 'Avbryt återställningen',
  stopped: 'Återställningen är avbruten.',
  gone: 'Återställningen väntar inte längre.',
  waits: 'Återställningen är redan begärd.',
  askOffice:
    'Personen har en roll också på annat håll, så det här görs av programkansliet. Be personen ta kontakt dit.',
  noAddress: 'Personen har ingen e-postadress dit en inloggningslänk kan skickas.',
  nothingToReset:
    'Personen har varken passnycklar eller reservkoder. Det går att logga in med en länk i e-posten och göra dem själv.',
  mail: {
    askedSubject: 'Din inloggning återställs',
    asked: (facts) =>
      `Hej\n\n${facts.asker} har bett att dina passnycklar och reservkoder tas bort eftersom de är borttappade. De tas bort ${facts.when}. Därefter loggar du in med en länk i e-posten och gör nya.\n\nOm du inte har bett om det här, logga in dessförinnan med en passnyckel eller en reservkod: då avbryts återställningen. Berätta också för kommunens administratör eller programkansliet att någon försöker ta sig in i ditt namn.\n\n${facts.link}\n\nVåga försöka. Vi lär oss tillsammans.\n`,
    othersSubject: 'En inloggning ska återställas',
    others: (facts) =>
      `Hej\n\n${facts.asker} har kontrollerat identiteten och bett att inloggningen återställs. För vem: ${facts.holder}. Återställningen träder i kraft ${facts.when}.\n\nOm något verkar konstigt, öppna medlemmens uppgifter och avbryt återställningen.\n\nVåga försöka. Vi lär oss tillsammans.\n`,
    doneSubject: 'Din inloggning är återställd',
    done: (facts) =>
      `Hej\n\nDina passnycklar och reservkoder är borttagna, och du är utloggad överallt. Logga in med en länk i e-posten och gör genast en ny passnyckel eller nya reservkoder: tills dess vilar dina andra roller än anställd.\n\n${facts.link}\n\nVåga försöka. Vi lär oss tillsammans.\n`,
  },
}

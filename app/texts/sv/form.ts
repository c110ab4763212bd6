import type { FormTexts } from '../fi/form.ts'

export const form: FormTexts = {
  unreadable: 'Texten innehåller tecken som inte går att läsa. Skriv stället på nytt.',
  tooLong: (longest, now) => `Korta texten: högst ${longest} tecken ryms, nu är de ${now}.`,
  notANumber: 'Skriv antalet med siffror, till exempel 12 eller 3,5.',
  outOfRange: (least, most) =>
    most >= 1e12
      ? `Skriv ett tal som är minst ${String(least).replace('.', ',')}.`
      : `Skriv ett tal mellan ${String(least).replace('.', ',')} och ${String(most).replace('.', ',')}.`,
  notADay: 'Skriv dagen i formen 24.12.2025.',
  notAClock: 'Skriv klockslaget i formen 9.30.',
  notAChoice: 'Välj ett av alternativen.',
  notAnAddress: 'Skriv hela webbadressen, till exempel https://www.exempel.fi.',
  notAnEmail: 'Skriv e-postadressen i formen namn@kommun.fi.',
  lookAlikeEmail:
    'I adressen finns en bokstav som bara ser vanlig ut. Skriv adressen själv i stället för att klistra in den.',
  expired: 'Formuläret stod öppet för länge. Kontrollera uppgifterna och skicka på nytt.',
  optional: 'frivilligt',
}

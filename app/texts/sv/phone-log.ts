import type { PhoneLogTexts } from '../fi/phone-log.ts'

export const phoneLog: PhoneLogTexts = {
  title: 'Snabbanteckning',
  lede: 'Välj mätare och anteckna. När du har öppnat sidan en gång med uppkoppling går det att anteckna också utan.',
  ledeWithoutScript: 'Välj mätare och anteckna.',
  none: 'Inget försök som du kan anteckna i pågår just nu.',
  noneAction: 'Se försöken',
  appName: 'Uskalla: snabbanteckning',
  appShortName: 'Anteckna',
  appDescription: 'Anteckna försökets mätning med ett tryck, också utan uppkoppling.',
  shellTitle: 'Snabbanteckning utan uppkoppling',
  install: {
    title: 'Lägg till på telefonens hemskärm',
    text: 'Öppna webbläsarens meny och välj ”Lägg till på hemskärmen” eller ”Installera appen”. Då öppnas anteckningen som vilken app som helst.',
  },
  privacy:
    'I telefonen sparas bara namnen på försök och mätare samt de anteckningar som inte har skickats än. Anteckningarna finns kvar i 30 dagar, och utloggning tar bort dem.',
  conflicts: {
    notYours: 'Du kan inte längre anteckna i det här försöket. Fråga den som ansvarar för försöket.',
    tooOld: (days) =>
      `Anteckningen är över ${days} dagar gammal och tas inte längre emot. Lägg till den på mätningarnas sida om du har den någon annanstans.`,
    ended: 'Försöket tar inte längre emot mätningar: det har avslutats eller beslut har redan fattats.',
    noMeasure: 'Mätaren finns inte längre i försökets plan.',
    unitChanged: (before, now) =>
      `Mätarens enhet har ändrats: du antecknade i ”${before}”, nu är den ”${now}”.`,
    noPlace: 'Platsen eller versionen som du antecknade för finns inte längre i planen.',
    futureDay: 'Anteckningens dag har inte kommit än. Kontrollera telefonens klocka.',
  },
  phone: {
    waitingOne: 'En anteckning väntar på uppkoppling.',
    waitingMany: '{count} anteckningar väntar på uppkoppling.',
    sending: 'Skickar.',
    sentOne: 'Skickad: {what}.',
    sentMany: '{count} anteckningar har skickats.',
    kept: 'Tack. Antecknat i telefonen: {what}. Skickas när uppkopplingen är tillbaka.',
    keptOnline: 'Tack. Antecknat: {what}.',
    sendNow: 'Skicka nu',
    listTitle: 'Väntar i telefonen',
    conflictTitle: 'De här behöver dig',
    conflictLede: 'De här anteckningarna kunde inte sparas som de är. Välj vad som ska ske med var och en.',
    replace: 'Ersätt den tidigare',
    keepBoth: 'Behåll båda',
    acceptUnit: 'Spara med enheten ”{unit}”',
    tryAgain: 'Försök igen',
    throwAway: 'Ta bort anteckningen',
    about: '{what}, {day}',
    thrownAway: 'Anteckningen har tagits bort från telefonen.',
    tooOldOne: 'En anteckning hade väntat över 30 dagar och togs bort från telefonen.',
    tooOldMany: '{count} anteckningar hade väntat över 30 dagar och togs bort från telefonen.',
    signedOutOne:
      'Din inloggning har upphört. En anteckning väntar i telefonen. Den skickas när du loggar in igen och tas bort om du inte loggar in inom 30 dagar.',
    signedOutMany:
      'Din inloggning har upphört. {count} anteckningar väntar i telefonen. De skickas när du loggar in igen och tas bort om du inte loggar in inom 30 dagar.',
    signIn: 'Logga in och skicka',
    throwAllAway: 'Ta bort allt från telefonen',
    refused: 'Tjänsten tog inte emot anteckningen.',
    later: 'Det är rusning i tjänsten. Anteckningarna skickas om en stund.',
    full: 'Telefonen kunde inte spara anteckningen. Skriv upp den någon annanstans och försök igen.',
    noNumber: 'Skriv antalet med siffror, till exempel 12 eller 3,5.',
    noPlace: 'Välj på vilken plats eller med vilken version du mätte.',
    noDay: 'Skriv dagen, till exempel 24.12.2025.',
    futureDay: 'Dagen har inte kommit än. Anteckna mätningen när den är gjord.',
    unknownMeasure:
      'Den här mätaren finns inte i telefonen. Öppna snabbanteckningen en gång med uppkoppling, så sparas mätarna.',
    nothingKept:
      'Det finns inga mätare i telefonen. Öppna snabbanteckningen en gång med uppkoppling, så kan du anteckna också utan.',
    offline: 'Ingen uppkoppling. Du kan anteckna: anteckningarna skickas när uppkopplingen är tillbaka.',
    howMuch: 'Hur mycket?',
    choose: 'Vad antecknar du?',
    otherMeasure: 'Andra mätare',
    signOutOne:
      'I den här telefonen finns en anteckning som inte har skickats än. Om du loggar ut tas den bort.',
    signOutMany:
      'I den här telefonen finns {count} anteckningar som inte har skickats än. Om du loggar ut tas de bort.',
    signOutSend: 'Skicka först',
  },
}

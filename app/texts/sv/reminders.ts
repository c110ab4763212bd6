import type { RemindersTexts } from '../fi/reminders.ts'

export const reminders: RemindersTexts = {
  promise: {
    title: 'Vem antecknar?',
    lede: 'När någon lovar att anteckna ett mått får hen en påminnelse en gång i veckan. Namnen ser bara arbetskamraterna.',
    button: 'Jag antecknar det här',
    buttonAbout: (measure) => `(${measure})`,
    back: 'Ta tillbaka mitt löfte',
    promised: (names) => `Antecknar: ${names}.`,
    you: 'du',
    nobody: 'Ingen har ännu lovat att anteckna det här.',
    over: 'Försöket är slut eller har inte börjat, så nya löften behövs inte.',
    notNow: 'Man kan lova bara medan försöket pågår. Se i vilket skede försöket är på dess sida.',
    thanks: (measure) => `Tack. En påminnelse om ${measure} kommer på måndag morgon, om anteckningen saknas.`,
    taken: 'Löftet är tillbakataget. Det kommer inga fler påminnelser om det.',
    link: 'Kom överens om vem som antecknar',
    missing: 'Ingen har lovat att anteckna måtten i det här försöket. Kom överens om vem som gör det.',
    nobodyYet: 'Ingen har ännu lovat att anteckna måtten i det här försöket.',
    stopped: 'Du har avslutat påminnelserna, så det kommer inga brev fast du lovar.',
    start: 'Börja få påminnelser igen',
    started: 'Påminnelserna är på igen.',
  },
  letter: {
    subjectOne: (measure) => `Veckans anteckning: ${measure}`,
    subjectMany: (count) => `Veckans anteckningar: ${count} mått`,
    hello: (name) => `Hej ${name}`,
    ledeOne: 'Du lovade att anteckna det här. Ett tryck räcker.',
    ledeMany: 'Du lovade att anteckna de här. Ett tryck på var och en räcker.',
    measure: (name, unit) => (unit === '' ? name : `${name} (${unit})`),
    log: 'Anteckna',
    replyNumber: 'Du kan också svara på det här brevet: skriv bara talet på första raden, till exempel 3,5.',
    replyFace: 'Du kan också svara på det här brevet: skriv bra, mitt emellan eller dåligt på första raden.',
    replyScale: 'Du kan också svara på det här brevet: skriv ett tal från ett till fem på första raden.',
    replyUnits: (unit) =>
      `Du kan också svara på det här brevet: skriv platsen eller versionen och talet på varje rad, till exempel ${unit} 3,5.`,
    replyMany: 'Du kan också svara per e-post. Varje mått har en egen adress så att talen inte blandas ihop.',
    replyTo: 'Svarsadress',
    replyDiary:
      'Om du skriver något annat än ett tal hamnar texten i försökets offentliga dagbok. Skriv inga namn.',
    valid: 'Länkarna gäller tills nästa påminnelse kommer. Skicka inte brevet vidare: länkarna är dina egna.',
    stop: 'Vill du inte ha påminnelser? Avsluta dem med ett tryck:',
  },
  answer: {
    title: 'Anteckna',
    lede: (date) => `Antecknas för ${date}. Kontrollera och tryck på knappen.`,
    face: 'Hur gick det?',
    faceMissing: 'Välj hur det gick.',
    button: 'Anteckna',
    doneTitle: 'Antecknat',
    doneText: 'Tack. Veckans anteckning är gjord.',
    closedTitle: 'Länken gäller inte längre',
    closedText:
      'Länken gäller till nästa påminnelse och bara så länge ditt löfte står kvar. Du kan alltid anteckna genom att logga in.',
    signIn: 'Logga in',
    another: 'Anteckna mer',
  },
  stop: {
    title: 'Avsluta påminnelserna',
    lede: 'När du trycker på knappen kommer inga fler veckopåminnelser. Ditt löfte att anteckna står kvar, och du kan ta tillbaka det på försökets sida.',
    button: 'Avsluta påminnelserna',
    doneTitle: 'Påminnelserna är avslutade',
    doneText:
      'Det kommer inga fler veckopåminnelser. Du kan börja få dem igen på försökets sida under ”Vem antecknar?”.',
    closedTitle: 'Länken gäller inte längre',
    closedText:
      'Länken i den nyaste påminnelsen fungerar. Du kan också avsluta påminnelserna genom att logga in.',
  },
  reply: {
    subject: (subject) => `Sv: ${subject}`,
    logged: (value, measure, date) => `Antecknat: ${value}, ${measure}, ${date}.`,
    loggedAt: (place, value) => `${place}: ${value}`,
    noted: 'Resten av brevet är sparat som anmärkning.',
    noteCut: (most) =>
      `I anmärkningen rymdes ${most} tecken. Resten sparades inte, skriv det i dagboken om du vill.`,
    diary: (date) => `Ditt brev står nu i försökets dagbok för ${date}. Vem som helst kan läsa det.`,
    diaryCut: (most) => `I dagboken rymdes ${most} tecken. Resten sparades inte.`,
    attachments: 'Bilagor sparas inte.',
    correct: 'Om något blev fel kan du rätta det här:',
    nothing: 'Inget sparades.',
    empty: 'Brevet hade ingen text före citatet. Skriv talet på första raden, till exempel 3,5.',
    unclearNumber: (text) =>
      `Det är oklart vad ”${text}” betyder. Skriv bara talet på första raden, till exempel 3,5.`,
    otherUnit: (unit) => `Talet ska vara i enheten ${unit}. Skriv bara talet.`,
    offScale: 'Talet ska vara från ett till fem. Skriv bara talet på första raden.',
    unclearFace: (text) =>
      `Det är oklart vad ”${text}” betyder. Skriv bra, mitt emellan eller dåligt på första raden.`,
    whichPlace: (places) =>
      `Berätta på varje rad var eller med vilken version det mättes, och sedan talet. Alternativen: ${places}.`,
    samePlaceTwice: (place) => `${place} fanns två gånger i brevet. Skriv varje plats en gång.`,
    whichMeasure:
      'Påminnelsen gällde flera mått. Svara till vart och ett måtts egen adress, så hamnar talet rätt:',
    sameDay: (date) =>
      `För ${date} finns redan en mätning. Ingen ny lades till. Du kan ersätta den tidigare här:`,
    notTaken: (reason) => `Ditt brev kunde inte sparas. ${reason}`,
  },
}

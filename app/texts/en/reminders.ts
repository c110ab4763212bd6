import type { RemindersTexts } from '../fi/reminders.ts'

export const reminders: RemindersTexts = {
  promise: {
    title: 'Who logs?',
    lede: 'Whoever promises to log a measure gets a reminder once a week. Only colleagues see the names.',
    button: 'I log this',
    buttonAbout: (measure) => `(${measure})`,
    back: 'Take my promise back',
    promised: (names) => `Logged by: ${names}.`,
    you: 'you',
    nobody: 'Nobody has promised to log this yet.',
    over: 'The experiment is over or has not begun, so no new promises are needed.',
    notNow: 'A promise can be made only while the experiment is running. See its stage on its page.',
    thanks: (measure) =>
      `Thank you. A reminder about ${measure} comes on Monday mornings when nothing has been logged.`,
    taken: 'Your promise has been taken back. No more reminders will come of it.',
    link: 'Agree who logs',
    missing: 'Nobody has promised to log the measures of this experiment. Agree who does.',
    nobodyYet: 'Nobody has promised to log the measures of this experiment yet.',
    stopped: 'You have stopped the reminders, so no letters come even when you promise.',
    start: 'Start the reminders again',
    started: 'The reminders are on again.',
  },
  letter: {
    subjectOne: (measure) => `To log this week: ${measure}`,
    subjectMany: (count) => `To log this week: ${count} measures`,
    hello: (name) => `Hello ${name}`,
    ledeOne: 'You promised to log this. One tap is enough.',
    ledeMany: 'You promised to log these. One tap for each is enough.',
    measure: (name, unit) => (unit === '' ? name : `${name} (${unit})`),
    log: 'Log it',
    replyNumber: 'Or just reply to this letter: write only the number on the first line, for example 3.5.',
    replyFace: 'Or just reply to this letter: write well, in between or badly on the first line.',
    replyScale: 'Or just reply to this letter: write a number from one to five on the first line.',
    replyUnits: (unit) =>
      `Or just reply to this letter: write the place or version and the number on each line, for example ${unit} 3.5.`,
    replyMany: 'Or reply by mail. Each measure has an address of its own, so that numbers are not mixed up.',
    replyTo: 'Reply address',
    replyDiary:
      'If you write anything but a number, the text goes into the public diary of the experiment. Write no names.',
    valid: 'The links are good until the next reminder. Do not forward this letter: the links are yours.',
    stop: 'No more reminders? Stop them with one tap:',
  },
  answer: {
    title: 'Log',
    lede: (date) => `This will be logged for ${date}. Check it and press the button.`,
    face: 'How did it go?',
    faceMissing: 'Choose how it went.',
    button: 'Log it',
    doneTitle: 'Logged',
    doneText: 'Thank you. This week has been logged.',
    closedTitle: 'This link is no longer valid',
    closedText:
      'The link is good until the next reminder, and only while your promise stands. You can always log by signing in.',
    signIn: 'Sign in',
    another: 'Log more',
  },
  stop: {
    title: 'Stop the reminders',
    lede: 'Press the button, and no more weekly reminders come. Your promise to log stands, and you can take it back on the page of the experiment.',
    button: 'Stop the reminders',
    doneTitle: 'The reminders have been stopped',
    doneText:
      'No more weekly reminders will come. You can start them again on the page of the experiment under “Who logs?”.',
    closedTitle: 'This link is no longer valid',
    closedText: 'The link in the newest reminder works. You can also stop the reminders by signing in.',
  },
  reply: {
    subject: (subject) => `Re: ${subject}`,
    logged: (value, measure, date) => `Logged: ${value}, ${measure}, ${date}.`,
    loggedAt: (place, value) => `${place}: ${value}`,
    noted: 'The rest of your letter has been kept as a note.',
    noteCut: (most) =>
      `The note has room for ${most} characters. The rest was not kept; write it into the diary if you like.`,
    diary: (date) => `Your letter is now in the diary of the experiment for ${date}. Anybody can read it.`,
    diaryCut: (most) => `The diary has room for ${most} characters. The rest was not kept.`,
    attachments: 'Attachments are not kept.',
    correct: 'If something is wrong, correct it here:',
    nothing: 'Nothing was kept.',
    empty:
      'The letter had no text before the quotation. Write the number on the first line, for example 3.5.',
    unclearNumber: (text) =>
      `It is not clear what “${text}” means. Write only the number on the first line, for example 3.5.`,
    otherUnit: (unit) => `The number must be in the unit ${unit}. Write only the number.`,
    offScale: 'The number must be from one to five. Write only the number on the first line.',
    unclearFace: (text) =>
      `It is not clear what “${text}” means. Write well, in between or badly on the first line.`,
    whichPlace: (places) =>
      `Tell on each line where or with which version it was measured, then the number. The choices: ${places}.`,
    samePlaceTwice: (place) => `${place} was in the letter twice. Write each once.`,
    whichMeasure:
      'The reminder asked about several measures. Reply to the address of each, so that the number goes to the right one:',
    sameDay: (date) =>
      `There is a measurement for ${date} already. No other was added. You can replace the earlier one here:`,
    notTaken: (reason) => `Your letter could not be kept. ${reason}`,
  },
}

import type { PostersTexts } from '../fi/posters.ts'

export const posters: PostersTexts = {
  title: 'Posters for the wall',
  lede: 'Anyone can log the measure by scanning the poster’s QR code. The poster leads to that one measure and nowhere else.',
  link: 'Posters for the wall',
  none: 'There are no posters yet.',
  make: {
    title: 'Make a poster',
    label: 'Where is the poster?',
    labelHint: 'For example: canteen door. No names. Only those who work in your municipality see this.',
    labelMissing: 'Write briefly where the poster is, for example: canteen door.',
    lang: 'Language of the poster',
    langMissing: 'Choose the language of the poster.',
    langs: { fi: 'Finnish', sv: 'Swedish', en: 'English' },
    button: 'Make the poster',
  },
  list: {
    caption: 'Posters of the experiment, newest first',
    label: 'Place',
    measure: 'Measure',
    made: 'Made',
    readings: 'Entries',
    state: 'State',
    inUse: 'in use',
    revoked: (when) => `taken out of use ${when}`,
    action: 'Action',
    print: 'Print again',
    revoke: 'Take out of use',
    about: (label) => `the poster ${label}`,
    by: (name) => `Made by ${name}`,
  },
  made: {
    title: 'The poster is ready',
    lede: 'Fetch the PDF or print this page. The address of the poster is shown only now: the service does not keep it.',
    address: 'Address of the poster',
    pdf: 'Fetch the poster as a PDF',
    noPdf: 'This server cannot make PDFs. Print this page: the QR code comes with it.',
    back: 'Back to the posters',
  },
  print: {
    title: 'Print the poster again',
    lede: 'The service does not keep the address of a poster. Scan the old poster and paste the address here, or make a new poster.',
    address: 'Address of the poster',
    addressMissing: 'Paste the address that opens when you scan the poster.',
    notThis: 'This is not the address of this poster. Scan the poster once more or make a new one.',
    button: 'Fetch the poster as a PDF',
    revoked: 'This poster has been taken out of use. Make a new one.',
  },
  revoke: {
    title: 'Take the poster out of use',
    lede: (label, readings) => `The poster “${label}”, ${readings}.`,
    readings: (n) => (n === 1 ? '1 entry' : `${n} entries`),
    what: 'What happens to its entries?',
    whatMissing: 'Choose whether the entries stand.',
    keep: 'The entries stand',
    removeSince: 'Entries from this day on are removed',
    since: 'From',
    sinceMissing: 'Write the day from which entries are removed, for example 24.12.2025.',
    button: 'Take out of use',
    done: 'The poster has been taken out of use.',
    doneRemoved: (n) =>
      n === 1
        ? 'The poster has been taken out of use and one entry removed.'
        : `The poster has been taken out of use and ${n} entries removed.`,
    again: 'The poster is out of use already. You can still remove its entries.',
    changedMeanwhile:
      'Someone else changed the poster just before you. Open the page again and see what holds now.',
    reason: (label) => `The entries of the poster “${label}” were removed.`,
  },
  log: {
    title: 'Log',
    question: (measure) => measure,
    who: (place) =>
      `The answer goes to an experiment run by ${place}. Your name is neither asked nor stored.`,
    sure: 'Yes, log this',
    farOff: 'The number is far from the earlier ones. Check it. If it is right, tick “Yes, log this”.',
    sameDay: 'A number has been logged today already. To log another, tick “Yes, log this”.',
    notInUse: 'This poster is no longer in use.',
    notInUseText: 'Thank you for trying. Nothing can be logged by this poster any more.',
    tooMany: 'Many people are logging by this poster right now. Wait a minute and try again.',
    thanksTitle: 'Thank you',
    thanks: 'Your entry has been logged. You can close the page.',
    thanksAgain: 'To log again, scan the poster or go back in the browser.',
  },
  sheet: {
    scan: 'Scan with the phone’s camera and log.',
    howFace: 'Choose one of three faces. Nothing else is asked.',
    howScale: 'Choose a number from 1 to 5. Nothing else is asked.',
    howNumber: (unit) =>
      unit === ''
        ? 'Write one number. Nothing else is asked.'
        : `Write one number (${unit}). Nothing else is asked.`,
    use: (place) =>
      `The answers tell whether this experiment works. It is run by ${place}. Your name is neither asked nor stored.`,
    ask: (name) => `Ask more: ${name}`,
    until: (day) => `The experiment lasts until ${day}.`,
    alt: 'QR code that opens the page for logging',
    example: 'Made-up example',
  },
}

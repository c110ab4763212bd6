import type { FormTexts } from '../fi/form.ts'

export const form: FormTexts = {
  unreadable: 'The text has characters that cannot be read. Please write this part again.',
  tooLong: (longest, now) => `Shorten the text: at most ${longest} characters fit, now there are ${now}.`,
  notANumber: 'Write the amount in figures, for example 12 or 3.5.',
  outOfRange: (least, most) =>
    most >= 1e12
      ? `Write a number that is at least ${least}.`
      : `Write a number between ${least} and ${most}.`,
  notADay: 'Write the day like this: 24.12.2025.',
  notAClock: 'Write the time like this: 9.30.',
  notAChoice: 'Choose one of the options given.',
  notAnAddress: 'Write the whole web address, for example https://www.example.fi.',
  notAnEmail: 'Write the e-mail address like this: name@municipality.fi.',
  lookAlikeEmail:
    'The address holds a letter that only looks like an ordinary one. Type the address yourself instead of pasting it.',
  expired: 'The form was open for too long. Check what you wrote and send it again.',
  optional: 'optional',
}

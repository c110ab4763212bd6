import type { PeopleTexts } from '../fi/people.ts'

export const people: PeopleTexts = {
  roles: {
    resident: 'resident',
    employee: 'employee',
    ambassador: 'experiment ambassador',
    leader: 'leading officer',
    administrator: 'administrator',
    office: 'programme office',
    researcher: 'researcher',
  },
  mail: {
    subject: 'Your link to Uskalla',
    text: (link, minutes) =>
      `Hello\n\nOpen this link to enter Uskalla:\n\n${link}\n\nThe link works once and for ${minutes} minutes. If you did not ask for it, there is nothing you need to do.\n\nDare to try. Learn together.\n`,
  },
  signIn: {
    title: 'Sign in by e-mail',
    lede: 'Write your address and you will get a link by e-mail. There is no password.',
    email: 'E-mail address',
    emailHint: 'Use your work address if a municipality employs you.',
    emailMissing: 'Write your e-mail address.',
    send: 'Send the link',
    sentTitle: 'Look in your e-mail',
    sentText: 'If the address is right, the link will arrive in a moment. It works for 10 minutes.',
    readMail: 'Open the mail of the trial environment',
  },
  link: {
    title: 'Sign in to Uskalla',
    enter: 'Sign in',
    closedTitle: 'The link no longer works',
    closedText: 'The link works once and for 10 minutes. Ask for a new one, it comes at once.',
    askNew: 'Ask for a new link',
    welcome: (name) => `Welcome, ${name}.`,
  },
  signOut: {
    title: 'Sign out',
    leave: 'Sign out on all devices',
    done: 'You have signed out.',
  },
  tryAs: {
    title: 'Try as somebody',
    lede: 'These people are made up. Choose through whose eyes you look at the service.',
    missing: 'Choose one of the people in the list.',
    now: (name, role) => `You are now ${name}, ${role}.`,
  },
}

import type { FactorResetTexts } from '../fi/factor-reset.ts'

export const factorReset: FactorResetTexts = {
  title: 'Reset sign-in',
  open: 'Reset sign-in',
  lede: (name) =>
    `${name} has lost their passkeys and recovery codes. A reset takes them away, so that new ones can be made.`,
  sureTitle: 'First make sure who is asking',
  sure: 'Meet them, or phone them yourself on a number that you already have. An e-mail, a message or a number that they give you is not enough: somebody who tries to get in under their name would do just that.',
  how: 'How did you make sure who is asking?',
  howMissing: 'Say how you made sure who is asking.',
  ways: { in_person: 'I met them', phone: 'I phoned them on a number that we already had' },
  whatFollows: (hours) =>
    `The reset takes effect after ${hours} hours. They and the other administrators get a letter about it at once. If they sign in with a passkey or a recovery code before that, the reset is called off.`,
  ask: 'Ask for the reset',
  asked: 'The reset has been asked for. A letter about it has been sent.',
  waitingTitle: 'A reset is waiting',
  waiting: (when) => `The reset takes effect ${when}. If anything seems wrong, call it off.`,
  stop: 'Call the reset off',
  stopped: 'The reset has been called off.',
  gone: 'The reset is no longer waiting.',
  waits: 'The reset has already been asked for.',
  askOffice:
    'They have a role elsewhere too, so this is done by the programme office. Ask them to get in touch with it.',
  noAddress: 'They have no e-mail address to which a sign-in link could be sent.',
  nothingToReset:
    'They have neither passkeys nor recovery codes. They can sign in with a link by e-mail and make them by themselves.',
  mail: {
    askedSubject: 'Your sign-in will be reset',
    asked: (facts) =>
      `Hello\n\n${facts.asker} has asked for your passkeys and recovery codes to be removed because they are lost. They will be removed ${facts.when}. After that you sign in with a link by e-mail and make new ones.\n\nIf you have not asked for this, sign in before that with a passkey or a recovery code: the reset is then called off. Also tell your municipality’s administrator or the programme office that somebody is trying to get in under your name.\n\n${facts.link}\n\nDare to try. Learn together.\n`,
    othersSubject: 'A sign-in will be reset',
    others: (facts) =>
      `Hello\n\n${facts.asker} has made sure who is asking and wants their sign-in to be reset. For whom: ${facts.holder}. The reset takes effect ${facts.when}.\n\nIf anything seems strange, open the member’s details and call the reset off.\n\nDare to try. Learn together.\n`,
    doneSubject: 'Your sign-in has been reset',
    done: (facts) =>
      `Hello\n\nYour passkeys and recovery codes have been removed, and you are signed out everywhere. Sign in with a link by e-mail and make a new passkey or new recovery codes at once: until then your roles other than employee rest.\n\n${facts.link}\n\nDare to try. Learn together.\n`,
  },
}

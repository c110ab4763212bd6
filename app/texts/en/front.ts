import type { FrontTexts } from '../fi/front.ts'

export const front: FrontTexts = {
  lede: 'A municipality learns by trying: an idea, a few hours of pondering together, a frozen plan, a small trial and a lesson that travels to the next municipality.',
  doors: {
    idea: 'I have an idea',
    ideaText: 'Three sentences are enough. No money is needed.',
    lessons: 'What has been learned',
    lessonsText: 'Stopped and spread side by side, figures with their sources.',
    municipality: 'My municipality',
    municipalityText: 'What we have tried, and what others have.',
  },
  tryAs: {
    title: 'Try as somebody',
    text: 'See the service as an employee, a leader, an ambassador, the programme office, a researcher or a resident. The people are made up.',
    button: 'Choose a role',
  },
  learned: {
    title: 'Newest lessons',
    text: 'Stopped is worth as much as spread when something was learned.',
    stopped: 'Learned and stopped',
    spread: 'Spread',
    all: 'All lessons',
  },
  running: {
    title: 'Being tried now',
    none: 'No experiment is under way just now. The first step is small: tell what does not work.',
    all: 'All experiments',
  },
  map: {
    title: 'Experiments on the map',
    sentence: (experiments, municipalities) =>
      `${experiments === 1 ? '1 experiment' : `${experiments} experiments`}, ${municipalities === 1 ? '1 municipality' : `${municipalities} municipalities`}.`,
    caption: 'Public experiments by municipality',
    municipality: 'Municipality',
    experiments: 'Experiments',
    spread: 'Spread',
    stopped: 'Learned and stopped',
    running: 'Under way',
  },
  mine: {
    title: 'My open things',
    lede: (name) => `${name}, here is everything that waits for you.`,
    none: 'Nothing waits for you just now. The first step is small: tell what does not work.',
    tellIdea: 'Tell an idea',
    toDecide: 'Waits for your decision',
    experiments: 'My experiments',
    checks: 'To be checked',
    ideas: 'Open ideas in my municipality',
  },
  mail: {
    title: 'Mail of the trial environment',
    lede: 'Messages that the service has sent. In real use they go to e-mail.',
    empty: 'No message has been sent yet.',
    to: (address) => `To ${address}`,
    replyTo: (address) => `Reply address: ${address}`,
    attachments: (names) => `Attachments: ${names}`,
  },
}

import type { SiteTexts } from '../fi/site.ts'

export const site: SiteTexts = {
  name: 'Uskalla',
  promise: 'Dare to try. Learn together.',
  demoBanner: 'This is a trial environment. Do whatever you like here: the content is examples.',
  navigation: {
    ideas: 'Ideas',
    experiments: 'Experiments',
    lessons: 'Lessons',
    municipalities: 'Municipalities',
    library: 'Library',
    search: 'Search',
  },
  signIn: 'Sign in',
  signOut: 'Sign out',
  myOpenThings: 'My open things',
  front: 'Front page',
  searchLabel: 'Search experiments and lessons',
  searchButton: 'Search',
  footer: {
    sources: 'Sources and licences',
    api: 'Open API',
    log: 'Log',
    mail: 'Example mail',
    catalogue: 'Parts of the interface',
    openSource: 'Uskalla is open-source software (EUPL 1.2).',
  },
  notFoundTitle: 'Page not found',
  notFoundText:
    'There is no page at this address, or it is not public. Check the address or use the search. If you followed a link, the page may have moved.',
  notAllowedTitle: 'This page is for others',
  notAllowedText:
    'You cannot do this with the rights you have. If it should be possible, ask your municipality’s coordinator for help.',
  wrongMethodTitle: 'The page does not take such a request',
  wrongMethodText: 'Open the page from a link and try again. Nothing was saved.',
  tooLargeTitle: 'What you sent is too large',
  tooLargeText:
    'The form holds at most 4 megabytes of text, and a file may be at most 10 megabytes. Nothing was saved. Go back and shorten the text or divide the file.',
  unreadableTitle: 'What you sent could not be read',
  unreadableText:
    'The form came in a form that the service does not understand. Nothing was saved. Open the form again and retry.',
  crossSiteTitle: 'The form came from another site',
  crossSiteText: 'For safety a form can be sent only from this site. Nothing was saved. Open the form again.',
  tooManyTitle: 'Please wait a moment',
  tooManyText: (seconds) =>
    `More requests have come from here in a short time than the service takes. Nothing was saved. Try again in ${seconds === 1 ? 'one second' : `${seconds} seconds`}.`,
  staleTitle: 'The form is no longer valid',
  staleText:
    'The form was opened before signing in or out, in another browser, or without cookies. Nothing was saved. Open the form again.',
  openAgain: 'Open the form again',
  unknownFieldTitle: 'What you sent had fields that the form does not have',
  unknownFieldText:
    'The service takes only the form’s own fields. Nothing was saved. Open the form again and fill it in on the page.',
  filesTitle: 'Files are not accepted',
  filesText:
    'This form is for writing text, and files cannot be attached. Nothing was saved. Measurements can be brought from a file on the page of measurements, one file at a time.',
  typedTitle: 'What you wrote',
  sendAgain: 'Send again',
  brokenTitle: 'Something broke at our end',
  brokenText: (requestId) =>
    `Nothing was saved this time. Go back: what you wrote is still in the form. If it happens again, give the code ${requestId} to the administrator.`,
  busyTitle: 'The service is away for a moment',
  busyText:
    'The database is not answering just now. Nothing was saved. Wait a moment and try again; what you wrote is still in the browser.',
  conflict: 'Someone else saved this page just before you. Both texts are safe: choose which parts stay.',
  backToFront: 'To the front page',
  skipToSearch: 'To the search',
}

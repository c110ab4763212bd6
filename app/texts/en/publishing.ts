import type { PublishingTexts } from '../fi/publishing.ts'

export const publishing: PublishingTexts = {
  api: {
    title: 'Open API',
    lede: 'Everything public in the service can also be fetched in machine-readable form. Reading needs no key. A municipality’s own programs can also send measurements with a key.',
    addresses: 'What is where',
    address: 'Address',
    gives: 'What you get',
    narrow: 'Narrow by',
    search: 'Search in everything public: experiments, lessons, ideas and titles of the library',
    experiments: 'List of public experiments',
    experiment:
      'One experiment in full: plan and its fingerprint, departures, measurements, result, decision and lesson',
    municipalities: 'The 308 municipalities of Finland',
    municipality: 'One municipality with its key figures',
    lessons: 'List of lessons',
    description: 'Machine-readable description (OpenAPI 3.1)',
    examples: 'Examples',
    exampleSearch: 'Search for food waste, in Finnish:',
    exampleExperiments: 'Fetch stopped experiments with Swedish names, 50 to a page:',
    exampleMunicipality: 'Fetch what is known of Keitele:',
    exampleAgain: 'Ask whether anything has changed. Send the ETag of the last answer:',
    send: 'Send measurements from a program',
    sendText:
      'A scale, a counter or another system can send the measurements itself. The key is made on the experiment’s page of measurements, under A program sends the measurements. It is good for one measure, whose address is shown beside the key.',
    exampleSend: 'Send two measurements:',
    sendFacts: [
      'One measurement is an object, several are a list. A request holds at most 1,000 measurements. All are stored, or none.',
      'id is your own name for the measurement. The same one can be sent again and is stored once. The header Idempotency-Key names the whole request.',
      'unit is the unit of the value: another than the measure’s is refused. Where the experiment has several places, tell place.',
      'If the day has a measurement already, the answer says so. same_day=replace replaces the earlier one, same_day=keep keeps both. Figures are never added up.',
      'Errors come as application/problem+json, and invalid_rows names each row and its fault.',
      'The key stops working when the experiment has been decided on. Browsers cannot send: the key is for a program.',
    ],
    goodToKnow: 'Good to know',
    unknown: 'What is unknown is always null, never zero and never an empty text.',
    madeUp: 'Made-up examples carry is_example: true. Nothing of them has happened.',
    lang: 'The parameter lang (fi, sv, en) chooses the language of names and page addresses. Texts are in the language they were written in.',
    paging:
      'Lists come in pages: page and per_page (at most 100). The field total says how many rows there are, and the Link header leads to the next page.',
    units: 'The unit of every figure stands beside it or in the description of the API.',
    errors:
      'Errors are application/problem+json. When a parameter cannot be read, the answer is 400 and names the parameter.',
    caching: 'Answers carry an ETag. What has not changed is answered with 304 and no content.',
    cors: 'The API can be called from any website.',
    people: 'Names of people and e-mail addresses are not given, nor are drafts.',
    terms: 'Terms of use',
    termsText:
      'The data may be used under CC BY 4.0 with the municipality and Uskalla named as the source. Sources of statistics and of published experiments are to be named too. Titles of the library belong to their authors.',
    sources: 'Sources and licences',
  },
}

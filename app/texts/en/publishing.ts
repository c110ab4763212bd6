import type { PublishingTexts } from '../fi/publishing.ts'

export const publishing: PublishingTexts = {
  api: {
    title: 'Open API',
    lede: 'Everything public in the service can also be fetched in machine-readable form. The API is for reading only and needs no key.',
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

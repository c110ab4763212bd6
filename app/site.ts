import { anyone, signedIn } from './platform/web/policy.ts'
import { file, formPage, page, type Route } from './platform/web/page.ts'
import {
  agreePonderingPage,
  editIdeaPage,
  ideaPage,
  ideasPage,
  mayEditIdea,
  mayOfferHours,
  mayPonder,
  maySeePondering,
  offerHoursPage,
  ponderingCalendarFile,
  recordPonderingPage,
  tellIdeaPage,
} from './ideas/index.ts'
import {
  adoptPage,
  familyPage,
  lessonPage,
  lessonsPage,
  mayAdopt,
  mayWriteLesson,
  writeLessonPage,
} from './lessons/index.ts'
import { decidePage, followUpPage, mayDecide, mayFollowUp, sayWhereItLivesPage } from './decisions/index.ts'
import { evaluationPage, mayRecordFinding, recordFindingPage } from './evaluations/index.ts'
import {
  addDeparturePage,
  askLeavePage,
  changeStatePage,
  experimentsPage,
  freezePlanPage,
  giveLeavePage,
  mayAnswerLeave,
  mayDecideOnThis,
  mayReadThis,
  mayStartPlan,
  mayWorkOnThis,
  planFile,
  planPage,
  planPanelFragment,
  planStepPage,
  startPlanPage,
  writeDiaryPage,
} from './experiments/index.ts'
import {
  cataloguePage,
  experimentPage,
  findableThings,
  frontPage,
  mailPage,
  municipalityPage,
  myThingsPage,
} from './front/index.ts'
import { libraryPage, sourcesPage } from './knowledge/index.ts'
import {
  correctMeasurementPage,
  logHoursPage,
  logMeasurePage,
  logPage,
  mayLogEffort,
  mayMeasure,
  measurementsPage,
  pasteMeasurementsPage,
  undoImportPage,
} from './measurements/index.ts'
import { apiPage } from './publishing/index.ts'
import {
  allHeadsFile,
  headsOfDayFile,
  headsPage,
  logCsvFile,
  logLinesFile,
  mayReadLog,
  searchLogPage,
} from './record/index.ts'
import { searchPage } from './search/index.ts'
import { municipalityListPage } from './municipalities/index.ts'
import {
  confirmSignInPage,
  inTrial,
  organisationReturnPage,
  passkeyPage,
  passkeysPage,
  recoveryCodesPage,
  signInCodePage,
  signInLinkPage,
  signInOrganisationPage,
  signInPage,
  signInPasskeyPage,
  signInsPage,
  signOutPage,
  tryAsPage,
} from './people/index.ts'

/** Every address, in three languages. Parts with a colon vary; those called `id` or ending in `Id` are record ids. */
// prettier-ignore
export const addresses = {
  front: { fi: '/', sv: '/', en: '/' },
  'sign-in': { fi: '/kirjaudu', sv: '/logga-in', en: '/sign-in' },
  'sign-in-link': { fi: '/kirjaudu/linkki', sv: '/logga-in/lank', en: '/sign-in/link' },
  'sign-in-code': { fi: '/kirjaudu/koodi', sv: '/logga-in/kod', en: '/sign-in/code' },
  'sign-in-passkey': { fi: '/kirjaudu/paasyavain', sv: '/logga-in/passnyckel', en: '/sign-in/passkey' },
  'sign-in-organisation': { fi: '/kirjaudu/organisaatio/:provider', sv: '/logga-in/organisation/:provider', en: '/sign-in/organisation/:provider' },
  'organisation-return': { fi: '/kirjaudu/paluu/:provider', sv: '/logga-in/tillbaka/:provider', en: '/sign-in/return/:provider' },
  'confirm-sign-in': { fi: '/kirjaudu/vahvista', sv: '/logga-in/bekrafta', en: '/sign-in/confirm' },
  'my-sign-ins': { fi: '/omat/kirjautumiset', sv: '/mina/inloggningar', en: '/mine/sign-ins' },
  'my-passkeys': { fi: '/omat/paasyavaimet', sv: '/mina/passnycklar', en: '/mine/passkeys' },
  'my-passkey': { fi: '/omat/paasyavaimet/:id', sv: '/mina/passnycklar/:id', en: '/mine/passkeys/:id' },
  'my-recovery-codes': { fi: '/omat/varakoodit', sv: '/mina/reservkoder', en: '/mine/recovery-codes' },
  'sign-out': { fi: '/kirjaudu-ulos', sv: '/logga-ut', en: '/sign-out' },
  'try-as': { fi: '/kokeile-roolissa', sv: '/prova-i-roll', en: '/try-as' },
  mail: { fi: '/posti', sv: '/post', en: '/mail' },
  'my-things': { fi: '/omat', sv: '/mina', en: '/mine' },

  municipalities: { fi: '/kunnat', sv: '/kommuner', en: '/municipalities' },
  municipality: { fi: '/kunnat/:code', sv: '/kommuner/:code', en: '/municipalities/:code' },
  search: { fi: '/haku', sv: '/sok', en: '/search' },

  ideas: { fi: '/ideat', sv: '/ideer', en: '/ideas' },
  'tell-idea': { fi: '/ideat/kerro', sv: '/ideer/beratta', en: '/ideas/tell' },
  idea: { fi: '/ideat/:id', sv: '/ideer/:id', en: '/ideas/:id' },
  'edit-idea': { fi: '/ideat/:id/muokkaa', sv: '/ideer/:id/redigera', en: '/ideas/:id/edit' },
  'offer-hours': { fi: '/ideat/:id/tarjoa-tunteja', sv: '/ideer/:id/erbjud-timmar', en: '/ideas/:id/offer-hours' },
  'agree-pondering': { fi: '/ideat/:id/sovi-tuumailu', sv: '/ideer/:id/avtala-fundering', en: '/ideas/:id/agree-pondering' },
  'pondering-calendar': { fi: '/ideat/:id/tuumailu.ics', sv: '/ideer/:id/fundering.ics', en: '/ideas/:id/pondering.ics' },
  'record-pondering': { fi: '/ideat/:id/kirjaa-tuumailu', sv: '/ideer/:id/anteckna-fundering', en: '/ideas/:id/record-pondering' },

  experiments: { fi: '/kokeilut', sv: '/forsok', en: '/experiments' },
  'start-plan': { fi: '/kokeilut/uusi', sv: '/forsok/nytt', en: '/experiments/new' },
  experiment: { fi: '/kokeilut/:id', sv: '/forsok/:id', en: '/experiments/:id' },
  plan: { fi: '/kokeilut/:id/suunnitelma', sv: '/forsok/:id/plan', en: '/experiments/:id/plan' },
  'plan-panel': { fi: '/kokeilut/:id/suunnitelma/paneeli', sv: '/forsok/:id/plan/panel', en: '/experiments/:id/plan/panel' },
  'plan-step': { fi: '/kokeilut/:id/suunnitelma/:step', sv: '/forsok/:id/plan/:step', en: '/experiments/:id/plan/:step' },
  'plan-file': { fi: '/kokeilut/:id/suunnitelma.json', sv: '/forsok/:id/plan.json', en: '/experiments/:id/plan.json' },
  'freeze-plan': { fi: '/kokeilut/:id/lukitse', sv: '/forsok/:id/las', en: '/experiments/:id/freeze' },
  'ask-leave': { fi: '/kokeilut/:id/pyyda-lupa', sv: '/forsok/:id/be-om-beslut', en: '/experiments/:id/ask-leave' },
  'give-leave': { fi: '/kokeilut/:id/lupa', sv: '/forsok/:id/tillstand', en: '/experiments/:id/leave' },
  'add-departure': { fi: '/kokeilut/:id/poikkeama', sv: '/forsok/:id/avvikelse', en: '/experiments/:id/departure' },
  'write-diary': { fi: '/kokeilut/:id/paivakirja', sv: '/forsok/:id/dagbok', en: '/experiments/:id/diary' },
  'change-state': { fi: '/kokeilut/:id/vaihe', sv: '/forsok/:id/etapp', en: '/experiments/:id/stage' },

  log: { fi: '/kokeilut/:id/kirjaa', sv: '/forsok/:id/anteckna', en: '/experiments/:id/log' },
  'log-measure': { fi: '/kokeilut/:id/kirjaa/:measureId', sv: '/forsok/:id/anteckna/:measureId', en: '/experiments/:id/log/:measureId' },
  measurements: { fi: '/kokeilut/:id/mittaukset', sv: '/forsok/:id/matningar', en: '/experiments/:id/measurements' },
  'paste-measurements': { fi: '/kokeilut/:id/mittaukset/liita', sv: '/forsok/:id/matningar/klistra-in', en: '/experiments/:id/measurements/paste' },
  'undo-import': { fi: '/kokeilut/:id/mittaukset/taulukko/:importId', sv: '/forsok/:id/matningar/tabell/:importId', en: '/experiments/:id/measurements/table/:importId' },
  'correct-measurement': { fi: '/kokeilut/:id/mittaukset/:observationId', sv: '/forsok/:id/matningar/:observationId', en: '/experiments/:id/measurements/:observationId' },
  'log-hours': { fi: '/kokeilut/:id/tunnit', sv: '/forsok/:id/timmar', en: '/experiments/:id/hours' },

  evaluation: { fi: '/kokeilut/:id/tulos', sv: '/forsok/:id/resultat', en: '/experiments/:id/result' },
  'record-finding': { fi: '/kokeilut/:id/tulos/kirjaa', sv: '/forsok/:id/resultat/anteckna', en: '/experiments/:id/result/record' },
  decide: { fi: '/kokeilut/:id/paata', sv: '/forsok/:id/besluta', en: '/experiments/:id/decide' },
  'follow-up': { fi: '/kokeilut/:id/seuranta/:checkId', sv: '/forsok/:id/uppfoljning/:checkId', en: '/experiments/:id/follow-up/:checkId' },
  'say-where-it-lives': { fi: '/kokeilut/:id/juurrutus', sv: '/forsok/:id/forankring', en: '/experiments/:id/embedding' },

  lessons: { fi: '/opit', sv: '/lardomar', en: '/lessons' },
  lesson: { fi: '/opit/:id', sv: '/lardomar/:id', en: '/lessons/:id' },
  'write-lesson': { fi: '/kokeilut/:id/oppi', sv: '/forsok/:id/lardom', en: '/experiments/:id/lesson' },
  adopt: { fi: '/kokeilut/:id/ota-kayttoon', sv: '/forsok/:id/ta-i-bruk', en: '/experiments/:id/adopt' },
  family: { fi: '/kokeilut/:id/perhe', sv: '/forsok/:id/familj', en: '/experiments/:id/family' },

  'log-heads': { fi: '/loki', sv: '/logg', en: '/log' },
  'log-heads-file': { fi: '/loki/paivat/:day', sv: '/logg/dagar/:day', en: '/log/days/:day' },
  'all-log-heads-file': { fi: '/loki/paivat.json', sv: '/logg/dagar.json', en: '/log/days.json' },
  'search-log': { fi: '/loki/haku', sv: '/logg/sok', en: '/log/search' },
  'log-csv-file': { fi: '/loki/haku.csv', sv: '/logg/sok.csv', en: '/log/search.csv' },
  'log-lines-file': { fi: '/loki/haku.jsonl', sv: '/logg/sok.jsonl', en: '/log/search.jsonl' },

  library: { fi: '/kirjasto', sv: '/bibliotek', en: '/library' },
  sources: { fi: '/lahteet', sv: '/kallor', en: '/sources' },
  api: { fi: '/rajapinta', sv: '/granssnitt', en: '/api' },
  catalogue: { fi: '/ui', sv: '/ui', en: '/ui' },
} as const

declare module './platform/web/address.ts' {
  interface RegisteredAddresses {
    names: keyof typeof addresses
  }
}

/** The page that answers each address, and who may come. A route without a policy stops start-up. */
export const routes: Record<keyof typeof addresses, Route> = {
  front: page(frontPage, anyone),
  'sign-in': formPage(signInPage, anyone),
  'sign-in-link': formPage(signInLinkPage, anyone),
  'sign-in-code': formPage(signInCodePage, anyone),
  'sign-in-passkey': formPage(signInPasskeyPage, anyone),
  'sign-in-organisation': formPage(signInOrganisationPage, anyone),
  'organisation-return': formPage(organisationReturnPage, anyone),
  'confirm-sign-in': formPage(confirmSignInPage, signedIn),
  'my-sign-ins': formPage(signInsPage, signedIn),
  'my-passkeys': formPage(passkeysPage, signedIn),
  'my-passkey': formPage(passkeyPage, signedIn),
  'my-recovery-codes': formPage(recoveryCodesPage, signedIn),
  'sign-out': formPage(signOutPage, signedIn),
  'try-as': formPage(tryAsPage, inTrial),
  mail: page(mailPage, inTrial),
  'my-things': page(myThingsPage, signedIn),

  municipalities: page(municipalityListPage, anyone),
  municipality: page(municipalityPage, anyone),
  search: page(searchPage(findableThings), anyone),

  ideas: page(ideasPage, anyone),
  'tell-idea': formPage(tellIdeaPage, signedIn),
  idea: page(ideaPage, anyone),
  'edit-idea': formPage(editIdeaPage, mayEditIdea),
  'offer-hours': formPage(offerHoursPage, mayOfferHours),
  'agree-pondering': formPage(agreePonderingPage, mayPonder),
  'pondering-calendar': file(ponderingCalendarFile, maySeePondering),
  'record-pondering': formPage(recordPonderingPage, mayPonder),

  experiments: page(experimentsPage, anyone),
  'start-plan': formPage(startPlanPage, mayStartPlan),
  experiment: page(experimentPage, anyone),
  plan: page(planPage, mayReadThis),
  'plan-panel': file(planPanelFragment, mayWorkOnThis),
  'plan-step': formPage(planStepPage, mayWorkOnThis),
  'plan-file': file(planFile, mayReadThis),
  'freeze-plan': formPage(freezePlanPage, mayWorkOnThis),
  'ask-leave': formPage(askLeavePage, mayWorkOnThis),
  'give-leave': formPage(giveLeavePage, mayDecideOnThis, mayAnswerLeave),
  'add-departure': formPage(addDeparturePage, mayWorkOnThis),
  'write-diary': formPage(writeDiaryPage, mayWorkOnThis),
  'change-state': formPage(changeStatePage, mayWorkOnThis),

  log: page(logPage, mayMeasure),
  'log-measure': formPage(logMeasurePage, mayMeasure),
  measurements: formPage(measurementsPage, anyone, mayMeasure),
  'paste-measurements': formPage(pasteMeasurementsPage, mayMeasure),
  'undo-import': formPage(undoImportPage, mayMeasure),
  'correct-measurement': formPage(correctMeasurementPage, mayMeasure),
  'log-hours': formPage(logHoursPage, mayLogEffort),

  evaluation: page(evaluationPage, anyone),
  'record-finding': formPage(recordFindingPage, mayRecordFinding),

  decide: formPage(decidePage, mayDecide),
  'say-where-it-lives': formPage(sayWhereItLivesPage, mayFollowUp),
  'follow-up': formPage(followUpPage, mayFollowUp),

  lessons: page(lessonsPage, anyone),
  lesson: page(lessonPage, anyone),
  'write-lesson': formPage(writeLessonPage, mayWriteLesson),
  adopt: formPage(adoptPage, mayAdopt),
  family: page(familyPage, mayReadThis),

  'log-heads': page(headsPage, anyone),
  'log-heads-file': file(headsOfDayFile, anyone),
  'all-log-heads-file': file(allHeadsFile, anyone),
  'search-log': page(searchLogPage, mayReadLog),
  'log-csv-file': file(logCsvFile, mayReadLog),
  'log-lines-file': file(logLinesFile, mayReadLog),

  library: page(libraryPage, anyone),
  sources: page(sourcesPage, anyone),
  api: page(apiPage, anyone),
  catalogue: page(cataloguePage, inTrial),
}

import { form } from './form.ts'
import { ui } from './ui.ts'
import { site } from './site.ts'
import { people } from './people.ts'
import { factorReset } from './factor-reset.ts'
import { municipalities } from './municipalities.ts'
import { membership } from './membership.ts'
import { pictures } from './pictures.ts'
import { record } from './record.ts'
import { search } from './search.ts'
import { ideas } from './ideas.ts'
import { experiments } from './experiments.ts'
import { events } from './events.ts'
import { explorations } from './explorations.ts'
import { looks } from './looks.ts'
import { measurements } from './measurements.ts'
import { tableFiles } from './table-files.ts'
import { measureTokens } from './measure-tokens.ts'
import { phoneLog } from './phone-log.ts'
import { posters } from './posters.ts'
import { reminders } from './reminders.ts'
import { evaluations } from './evaluations.ts'
import { bundle } from './bundle.ts'
import { decisions } from './decisions.ts'
import { oneMoreRound } from './one-more-round.ts'
import { lessons } from './lessons.ts'
import { pooling } from './pooling.ts'
import { resources } from './resources.ts'
import { knowledge } from './knowledge.ts'
import { notices } from './notices.ts'
import { ownData } from './own-data.ts'
import { moderation } from './moderation.ts'
import { publishing } from './publishing.ts'
import { front } from './front.ts'

export const en = {
  form,
  ui,
  site,
  people,
  factorReset,
  municipalities,
  membership,
  pictures,
  record,
  search,
  ideas,
  experiments,
  events,
  measurements,
  reminders,
  phoneLog,
  posters,
  measureTokens,
  tableFiles,
  evaluations,
  looks,
  explorations,
  bundle,
  decisions,
  oneMoreRound,
  lessons,
  pooling,
  resources,
  knowledge,
  ownData,
  notices,
  moderation,
  publishing,
  front,
}

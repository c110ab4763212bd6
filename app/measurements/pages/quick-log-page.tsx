import { type Experiment, titleOf } from '../../experiments/index.ts'
import { dayOf } from '../../platform/format.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Details, EmptyState, Lede, PageTitle, Section } from '../../ui/index.ts'
import { experimentsToLog, measuresForPhone } from '../measures-to-log.ts'
import { MeasureLinks } from './measure-links.tsx'
import { ownerOfPhone, PhoneLog } from './phone-log.tsx'

interface QuickLogData {
  experiments: Experiment[]
  owner: string
}

/** Everything that somebody can log today, one press away. Opened once with signal, it works without it as well. */
export const quickLogPage: ReadPage<QuickLogData> = {
  load: async (visit) => ({ experiments: await experimentsToLog(visit), owner: await ownerOfPhone(visit) }),
  view: ({ visit, data: { experiments, owner } }) => {
    const words = texts[visit.lang].phoneLog
    return {
      title: words.title,
      hidden: true,
      breadcrumb: [
        { text: texts[visit.lang].front.mine.title, href: visit.to('my-things') },
        { text: words.title },
      ],
      manifest: visit.to('quick-log-manifest'),
      scripts: ['quick-log'],
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <PhoneLog
            visit={visit}
            owner={owner}
            measures={experiments.flatMap((experiment) =>
              measuresForPhone(visit.lang, experiment, dayOf(visit.now)),
            )}
            whole
          />
          {experiments.length === 0 && (
            <EmptyState
              text={words.none}
              action={{ href: visit.to('experiments'), text: words.noneAction }}
            />
          )}
          {experiments.map((experiment) => (
            <Section title={titleOf(visit.lang, experiment)}>
              <MeasureLinks visit={visit} experiment={experiment} />
            </Section>
          ))}
          <Details summary={words.install.title}>
            <p>{words.install.text}</p>
            <p>{words.privacy}</p>
          </Details>
        </>
      ),
    }
  },
}

import { z } from 'zod'
import { dayOf } from '../../platform/format.ts'
import { pathTo } from '../../platform/web/address.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { BackLink, Button, ButtonRow, ErrorSummary, Form, Lede, Notice, PageTitle } from '../../ui/index.ts'
import { type Experiment, titleOf } from '../experiment.ts'
import { mayFreeze } from '../experiment-rules.ts'
import { freezePlan } from '../freeze-plan.ts'
import { inGroups, planFingerprint } from '../plan-document.ts'
import { ownExperiment } from './load-experiment.ts'
import { asPeople, namesFor } from './names-for.ts'
import { crumbsTo } from './plan-crumbs.ts'
import { PlanTables } from './plan-tables.tsx'

interface FreezeData {
  experiment: Experiment
  names: Map<string, string>
}

/** Freezing the plan and starting the trial: what will happen is said before the button. */
export const freezePlanPage: FormPage<FreezeData, Record<string, never>> = {
  load: async (visit) => {
    const experiment = await ownExperiment(visit)
    return (
      experiment && {
        experiment,
        names: await namesFor(visit, experiment, [experiment.plan.deciderPersonId]),
      }
    )
  },
  version: ({ experiment }) => experiment.version,
  form: () => z.object({}),
  view: ({ visit, data: { experiment, names }, form }) => {
    const all = texts[visit.lang].experiments
    const words = all.freeze
    return {
      title: words.title,
      hidden: true,
      breadcrumb: crumbsTo(visit, experiment, words.title),
      body: (
        <>
          <BackLink href={visit.to('plan', { id: experiment.id })} text={all.plan.back} />
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, experiment)}>{words.title}</PageTitle>
          {mayFreeze(experiment, dayOf(visit.now)) ? (
            <>
              <Lede>{words.lede}</Lede>
              <p>{words.afterwards}</p>
              <p>{experiment.plan.lane === 'own_work' ? words.superiorTold : words.leaveGiven}</p>
              <p>
                {all.frozen.fingerprint}:{' '}
                <code class="fingerprint">{inGroups(planFingerprint(experiment)).join(' ')}</code>
              </p>
              <Form lang={visit.lang} submission={form.submission}>
                <ButtonRow>
                  <Button>{words.freeze}</Button>
                </ButtonRow>
              </Form>
              <PlanTables visit={visit} experiment={experiment} people={asPeople(names)} />
            </>
          ) : (
            <Notice kind="info">
              <p>{words.notReady}</p>
            </Notice>
          )}
        </>
      ),
    }
  },
  submit: async (database, { visit, acting, data, version }) => {
    if (!acting) throw new Error('a plan is frozen by somebody')
    const { id } = data.experiment
    const outcome = await freezePlan(database, {
      ...acting,
      id,
      version,
      linkTo: (lang) => visit.absolute(pathTo(lang, 'experiment', { id })),
    })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'experiment', parameters: { id } },
      notice: texts[visit.lang].experiments.freeze.frozen,
    })
  },
}

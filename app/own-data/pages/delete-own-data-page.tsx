import { z } from 'zod'
import { experimentsWaitingFor, titleOf } from '../../experiments/index.ts'
import { sessionCookie } from '../../people/index.ts'
import { formatNumber } from '../../platform/format.ts'
import { ticked } from '../../platform/web/fields.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  Checkbox,
  ErrorSummary,
  Form,
  Lede,
  Notice,
  PageTitle,
  problemOf,
  Section,
} from '../../ui/index.ts'
import { dataRegister } from '../data-register.ts'
import { erasePerson } from '../erase-person.ts'
import { freshMinutes, isFresh } from '../freshness.ts'
import { gatherOwnData } from '../gather-own-data.ts'
import { isMadeUp } from '../made-up.ts'
import { crumbsOfOwnData, FreshFirst } from './fresh-first.tsx'
import { MadeUpPerson } from './made-up-person.tsx'

interface WhatStays {
  rows: number
  responsibleFor: string[]
}

/** Shows what goes, what the law keeps without the name and what is out of reach, and deletes in one press after a tick. */
export const deleteOwnDataPage: FormPage<WhatStays, { understood: boolean }> = {
  load: async (visit) => {
    if (!visit.person) return { rows: 0, responsibleFor: [] }
    const records = await gatherOwnData(visit.database, visit.person.id)
    const waiting = await experimentsWaitingFor(visit.database, {
      personId: visit.person.id,
      municipalitiesLed: [],
    })
    return {
      rows: records
        .filter(({ table }) => dataRegister[table]?.purpose === 'trying')
        .reduce((sum, { rows }) => sum + rows.length, 0),
      responsibleFor: waiting
        .filter((experiment) => experiment.responsiblePersonId === visit.person?.id)
        .map((experiment) => titleOf(visit.lang, experiment)),
    }
  },
  form: (lang) =>
    z.object({
      understood: ticked.refine((value) => value, { message: texts[lang].ownData.erase.confirmMissing }),
    }),
  view: ({ visit, data, form }) => {
    const words = texts[visit.lang].ownData.erase
    return {
      title: words.title,
      hidden: true,
      breadcrumb: crumbsOfOwnData(visit, words.title),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <Section title={words.goesTitle}>
            <ul>
              {words.goes.map((text) => (
                <li>{text}</li>
              ))}
            </ul>
          </Section>
          <Section title={words.staysTitle}>
            <p>{words.staysText}</p>
            <p>{data.rows === 0 ? words.staysNone : words.staysCount(formatNumber(visit.lang, data.rows))}</p>
          </Section>
          <Section title={words.outOfReachTitle}>
            <p>{words.outOfReach}</p>
          </Section>
          {data.responsibleFor.length > 0 && (
            <Notice kind="attention">
              <p>{words.responsible}</p>
              <ul>
                {data.responsibleFor.map((title) => (
                  <li>{title}</li>
                ))}
              </ul>
            </Notice>
          )}
          {isMadeUp(visit) ? (
            <MadeUpPerson visit={visit} />
          ) : !isFresh(visit, visit.now) ? (
            <FreshFirst visit={visit} back={visit.to('delete-own-data')} />
          ) : (
            <Form lang={visit.lang} submission={form.submission}>
              <Checkbox
                name="understood"
                label={words.confirm}
                problem={problemOf(form.problems, 'understood')}
              />
              <ButtonRow>
                <Button kind="danger">{words.button}</Button>
              </ButtonRow>
            </Form>
          )}
        </>
      ),
    }
  },
  submit: async (database, { visit, acting }) => {
    const { erase, fresh, example } = texts[visit.lang].ownData
    if (isMadeUp(visit)) return refuse('', example.text)
    if (!acting || !isFresh(visit, visit.now)) return refuse('', fresh.refused(freshMinutes))
    const { now, requestId, person } = acting
    const dataFolder = visit.operator?.dataFolder
    if (dataFolder === undefined) throw new Error('nobody has told where the ledger of erasures lies')
    await erasePerson(database, { personId: person.id, now, requestId, dataFolder })
    return done({
      to: { name: 'front' },
      notice: erase.done,
      cookies: [{ name: sessionCookie, value: '', maxAgeSeconds: 0 }],
    })
  },
}

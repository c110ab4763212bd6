import { z } from 'zod'
import { type Lang, languages } from '../../platform/language.ts'
import { choice, requiredText } from '../../platform/web/fields.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  fieldsOf,
  Form,
  PageTitle,
  RadioGroup,
  TextField,
} from '../../ui/index.ts'
import { correctOwnData } from '../correct-own-data.ts'
import { crumbsOfOwnData } from './fresh-first.tsx'

const longestName = 100

/** Corrects one's own name and the language one is written to in. */
export const correctOwnDataPage: FormPage<object, { name: string; language: Lang }> = {
  load: async () => ({}),
  form: (lang) => {
    const words = texts[lang].ownData.correctPage
    return z.object({
      name: requiredText(lang, words.nameMissing, longestName).transform((name) =>
        name.replaceAll(/\s+/g, ' '),
      ),
      language: choice(words.languageMissing, languages),
    })
  },
  initial: (_data, visit) => ({ name: visit.person?.name, language: visit.person?.lang }),
  view: ({ visit, form }) => {
    const { correctPage: words, languages: names } = texts[visit.lang].ownData
    const field = fieldsOf(form)
    return {
      title: words.title,
      hidden: true,
      breadcrumb: crumbsOfOwnData(visit, words.title),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{words.title}</PageTitle>
          <Form lang={visit.lang} submission={form.submission}>
            <TextField {...field('name')} label={words.name} hint={words.nameHint} autocomplete="name" />
            <RadioGroup
              {...field('language')}
              legend={words.language}
              options={languages.map((lang) => ({ value: lang, label: names[lang] }))}
            />
            <ButtonRow>
              <Button>{words.button}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { visit, acting, input }) => {
    const words = texts[visit.lang].ownData.correctPage
    if (!acting) return refuse('', words.nameMissing)
    await correctOwnData(database, { ...acting, ...input })
    return done({ to: { name: 'own-data' }, notice: words.saved })
  },
}

import { z } from 'zod'
import { placeName } from '../../municipalities/index.ts'
import { makePicture, pictureLimits, takesPictures } from '../../platform/pictures/make-picture.ts'
import { optionalText, sentFile } from '../../platform/web/fields.ts'
import { done, type FormPage, type Problem } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  fieldsOf,
  FileField,
  Form,
  Lede,
  Notice,
  PageTitle,
  problemOf,
  Section,
  TextField,
} from '../../ui/index.ts'
import { changePicture, type ReceivedPicture, takePictureAway } from '../change-picture.ts'
import { type MunicipalityPicture, pictureOfMunicipality } from '../picture-store.ts'
import { administrationCrumbs, codeOf } from './administration.tsx'
import { Picture } from './picture-section.tsx'

interface PictureOfPlace {
  code: string
  picture: MunicipalityPicture | undefined
  /** False where this machine has no decoder. */
  possible: boolean
}

interface Fields {
  description: string | null
  source: string | null
  remove?: string | undefined
}

const longestWords = 300

/** The one picture of a municipality: chosen, put into words, replaced and taken away. */
export const municipalityPicturePage: FormPage<PictureOfPlace, Fields, ReceivedPicture> = {
  limit: 'upload',
  file: { field: 'picture', mostBytes: pictureLimits.bytes },
  load: async (visit) => {
    const code = codeOf(visit)
    if (code === undefined) return undefined
    const [picture, possible] = [await pictureOfMunicipality(visit.database, code), await takesPictures()]
    return { code, picture, possible }
  },
  initial: ({ picture }) => ({ description: picture?.description, source: picture?.source }),
  version: ({ picture }) => picture?.version ?? 0,
  form: (lang) =>
    z.object({
      picture: sentFile,
      description: optionalText(lang, longestWords),
      source: optionalText(lang, longestWords),
      remove: z.literal('yes').optional(),
    }),
  view: ({ visit, data: { code, picture, possible }, form }) => {
    const { lang } = visit
    const words = texts[lang].pictures
    const field = fieldsOf(form)
    return {
      title: words.title,
      hidden: true,
      breadcrumb: administrationCrumbs(visit, code, words.title),
      body: (
        <>
          <ErrorSummary lang={lang} problems={form.problems} />
          <PageTitle caption={placeName(code, lang)}>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          {picture?.hidden && (
            <Notice kind="attention" title={texts[lang].moderation.hiddenTitle}>
              <p>{`${texts[lang].moderation.hidden[picture.hidden.because]} ${words.staysHidden}`}</p>
            </Notice>
          )}
          {picture && (
            <Section title={words.present}>
              <figure class="picture">
                <Picture visit={visit} picture={picture} />
                <figcaption lang={picture.lang === lang ? undefined : picture.lang}>
                  {picture.source}
                </figcaption>
              </figure>
              <Form lang={lang} submission={{ ...form.submission, key: visit.newId() }}>
                <ButtonRow>
                  <Button kind="danger" name="remove" value="yes">
                    {words.remove}
                  </Button>
                </ButtonRow>
              </Form>
            </Section>
          )}
          {possible ? (
            <Section title={picture ? words.replaceTitle : words.addTitle}>
              <Form lang={lang} submission={form.submission} takesFile>
                <FileField
                  name="picture"
                  label={words.file}
                  hint={picture ? words.fileHintAgain : words.fileHint}
                  problem={problemOf(form.problems, 'picture')}
                  accept=".jpg,.jpeg,.png,.webp"
                />
                <TextField
                  {...field('description')}
                  label={words.description}
                  hint={words.descriptionHint}
                  maxLength={longestWords}
                />
                <TextField
                  {...field('source')}
                  label={words.source}
                  hint={words.sourceHint}
                  maxLength={longestWords}
                />
                <ButtonRow>
                  <Button>{words.save}</Button>
                </ButtonRow>
              </Form>
            </Section>
          ) : (
            <Notice kind="info">
              <p>{words.refused.unable}</p>
            </Notice>
          )}
        </>
      ),
    }
  },
  ahead: async (_visit, _data, { file }) => file && makePicture(file.bytes),
  submit: async (database, { acting, visit, data, input, version, ahead: picture }) => {
    if (!acting) throw new Error('a picture is changed by nobody')
    const words = texts[visit.lang].pictures
    const municipalityCode = data.code
    const to = { name: 'administer', parameters: { code: municipalityCode } } as const
    if (input.remove) {
      const outcome = await takePictureAway(database, { ...acting, municipalityCode, version })
      return outcome.ok ? done({ to, notice: words.removed }) : outcome
    }
    const { description, source } = input
    const problems: Problem[] = []
    if (description === null) problems.push({ field: 'description', text: words.descriptionMissing })
    if (source === null) problems.push({ field: 'source', text: words.sourceMissing })
    if (description === null || source === null) return { ok: false, problems }
    const change = { municipalityCode, picture, description, source, version }
    const outcome = await changePicture(database, { ...acting, ...change })
    if (!outcome.ok) return outcome
    return done({ to, notice: outcome.value.isHidden ? words.savedHidden : words.saved })
  },
}

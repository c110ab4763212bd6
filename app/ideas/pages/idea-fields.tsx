import { texts } from '../../texts/index.ts'
import type { Lang } from '../../platform/language.ts'
import type { FormState } from '../../platform/web/page.ts'
import { requiredText } from '../../platform/web/fields.ts'
import { EditedTexts } from '../../ui/index.ts'

/** The longest sentence an idea may have, in characters. */
export const longestSentence = 300

/** The schema of the three sentences. */
export function ideaSchema(lang: Lang) {
  const words = texts[lang].ideas.fields
  return {
    problem: requiredText(lang, words.problemMissing, longestSentence),
    trial: requiredText(lang, words.trialMissing, longestSentence),
    forWhom: requiredText(lang, words.forWhomMissing, longestSentence),
  }
}

/** The three sentences as fields; when somebody else saved in between, both texts of each side by side. */
export function IdeaFields({ lang, form }: { lang: Lang; form: FormState }) {
  const words = texts[lang].ideas.fields
  return (
    <EditedTexts
      lang={lang}
      form={form}
      rows={2}
      maxLength={longestSentence}
      fields={[
        { name: 'problem', label: words.problem, hint: words.problemHint },
        { name: 'trial', label: words.trial, hint: words.trialHint },
        { name: 'forWhom', label: words.forWhom, hint: words.forWhomHint },
      ]}
    />
  )
}

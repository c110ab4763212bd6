import type { Lang } from '../../platform/language.ts'
import { optionalText, requiredText } from '../../platform/web/fields.ts'
import type { FormState } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { EditedTexts } from '../../ui/index.ts'
import type { Organisation } from '../membership.ts'

const longestName = 200

/** The schema of an organisation's names. */
export function nameSchema(lang: Lang) {
  const words = texts[lang].membership.organisations
  return {
    nameFi: requiredText(lang, words.nameMissing, longestName),
    nameSv: optionalText(lang, longestName),
    nameEn: optionalText(lang, longestName),
  }
}

export interface NameFields {
  nameFi: string
  nameSv: string | null
  nameEn: string | null
}

/** The names as they are kept. */
export function nameOf({ nameFi, nameSv, nameEn }: NameFields): Organisation['name'] {
  return { fi: nameFi, sv: nameSv, en: nameEn }
}

/** The fields for an organisation's names; side by side with somebody else's where both saved. */
export function OrganisationNames(props: { lang: Lang; form: FormState }) {
  const words = texts[props.lang].membership.organisations
  const { optional } = texts[props.lang].form
  return (
    <EditedTexts
      lang={props.lang}
      form={props.form}
      lines
      maxLength={longestName}
      fields={[
        { name: 'nameFi', label: words.nameFi },
        { name: 'nameSv', label: words.nameSv, optional },
        { name: 'nameEn', label: words.nameEn, optional },
      ]}
    />
  )
}

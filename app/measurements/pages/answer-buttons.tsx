import type { Measure } from '../../experiments/index.ts'
import type { Lang } from '../../platform/language.ts'
import { texts } from '../../texts/index.ts'
import { FaceButtons, ScaleButtons } from '../../ui/index.ts'

/** Buttons for what is answered with one press: three faces, or a scale from 1 to 5. */
export function AnswerButtons({
  lang,
  measure,
}: {
  lang: Lang
  measure: Pick<Measure, 'kind' | 'scaleLow' | 'scaleHigh'>
}) {
  const words = texts[lang].measurements
  return measure.kind === 'scale' ? (
    <ScaleButtons
      name="value"
      label={words.log.whichAnswer}
      low={measure.scaleLow ?? undefined}
      high={measure.scaleHigh ?? undefined}
    />
  ) : (
    <FaceButtons
      name="value"
      label={words.log.howDidItGo}
      faces={[
        { value: '3', label: words.faces.glad, mood: 'glad' },
        { value: '2', label: words.faces.even, mood: 'even' },
        { value: '1', label: words.faces.sad, mood: 'sad' },
      ]}
    />
  )
}

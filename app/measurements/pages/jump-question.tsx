import { type Experiment, type Measure, measureOn } from '../../experiments/index.ts'
import { formatDate, formatNumber } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Checkbox, Notice } from '../../ui/index.ts'
import type { LevelJump } from '../level-jump.ts'

/**
 * Asks whether the unit changed, where the level jumps by a known factor: either it is told of first, or the person says that
 * the unit is the same. `stays` where what was sent waits meanwhile.
 */
export function JumpQuestion({
  visit,
  experiment,
  measure,
  jump,
  problem,
  stays = false,
}: {
  visit: Visit
  experiment: Experiment
  measure: Measure
  jump: LevelJump
  problem: string | undefined
  stays?: boolean
}) {
  const { lang } = visit
  const words = texts[lang].measurements.paste.jump
  const { unit } = measureOn(experiment, measure, jump.day)
  const whole = (factor: number) => formatNumber(lang, Math.round(factor))
  const rounded = (value: number) => formatNumber(lang, Number(value.toPrecision(3)))
  const tell = visit.to(
    'add-departure',
    { id: experiment.id },
    // One new unit in old ones is the other way round: where figures grew a thousandfold, a unit is a thousandth.
    { measure: measure.id, day: jump.day, units: String(Number((1 / jump.factor).toPrecision(6))) },
  )
  return (
    <>
      <Notice kind="attention" title={words.title}>
        <p>
          {words.text({
            day: formatDate(lang, jump.day),
            before: rounded(jump.before),
            after: rounded(jump.after),
            times: jump.factor > 1 ? words.larger(whole(jump.factor)) : words.smaller(whole(1 / jump.factor)),
            place: jump.place,
          })}
        </p>
        <p>
          <a href={tell}>{words.tell}</a>. {stays ? words.afterwardsFile : words.afterwards}
        </p>
      </Notice>
      <Checkbox
        name="sameUnit"
        label={unit === '' ? words.sameWithoutUnit : words.sameUnit(unit)}
        problem={problem}
      />
    </>
  )
}

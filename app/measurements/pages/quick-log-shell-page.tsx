import { dayForInput, dayOf } from '../../platform/format.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  DateField,
  Details,
  FaceButtons,
  NumberField,
  PageTitle,
  RadioGroup,
  ScaleButtons,
} from '../../ui/index.ts'
import { PhoneLog } from './phone-log.tsx'

/**
 * What a phone shows in place of the pages of the log where there is no signal. The same for everybody: measures and
 * readings come from the phone itself. Its parts are kept as templates that the script fills.
 */
export const quickLogShellPage: ReadPage<object> = {
  load: async () => ({}),
  view: ({ visit }) => {
    const words = texts[visit.lang].measurements
    const told = texts[visit.lang].phoneLog
    return {
      title: told.shellTitle,
      hidden: true,
      bare: true,
      manifest: visit.to('quick-log-manifest'),
      scripts: ['quick-log'],
      body: (
        <>
          <PageTitle>{told.shellTitle}</PageTitle>
          <PhoneLog visit={visit} owner="" measures={[]} shell />
          <template id="phone-form">
            <form class="form" id="log" novalidate>
              <RadioGroup name="unit" legend={words.unit} inline options={[{ value: '', label: '' }]} />
              <div data-kind="faces">
                <FaceButtons
                  name="value"
                  label={words.log.howDidItGo}
                  faces={[
                    { value: '3', label: words.faces.glad, mood: 'glad' },
                    { value: '2', label: words.faces.even, mood: 'even' },
                    { value: '1', label: words.faces.sad, mood: 'sad' },
                  ]}
                />
              </div>
              <div data-kind="scale">
                <ScaleButtons name="value" label={words.log.howDidItGo} low=" " high=" " />
              </div>
              <div data-kind="number">
                <div class="big-field">
                  <NumberField name="value" label={words.log.number('')} />
                </div>
                <ButtonRow>
                  <Button>{words.log.button}</Button>
                </ButtonRow>
              </div>
              <Details summary={words.log.otherDay}>
                <DateField
                  name="day"
                  lang={visit.lang}
                  label={words.day}
                  value={dayForInput(dayOf(visit.now))}
                />
              </Details>
            </form>
          </template>
        </>
      ),
    }
  },
}

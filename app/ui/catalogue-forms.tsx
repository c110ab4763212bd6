import type { Lang } from '../platform/language.ts'
import { problems } from './catalogue.examples.ts'
import { ScaleButtons } from './scale-buttons.tsx'
import { Button, ButtonLink, ButtonRow, FaceButtons } from './buttons.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from './choices.tsx'
import { DateField, Fieldset, FileField, NumberField, Select, TextArea, TextField } from './fields.tsx'
import { ErrorSummary, Form } from './form.tsx'
import { problemOf } from './problems.ts'
import { Section } from './text.tsx'
import { TwoTexts } from './two-texts.tsx'
import { uiTexts } from './texts.ts'

const submission = { key: '0192f0c1-0000-7000-8000-000000000000', version: 3, token: 'luettelo' }

function Fields(props: { lang: Lang }) {
  const optional = uiTexts[props.lang].optional
  return (
    <Section title="Form, TextField, TextArea, NumberField, DateField, Select, FileField">
      <Form lang={props.lang} submission={submission} id="kentat" takesFile>
        <TextField
          name="otsikko"
          label="Mitä kokeillaan"
          hint="Kysymyksenä, jos se on luontevaa"
          maxLength={120}
        />
        <TextArea
          lang={props.lang}
          name="ongelma"
          label="Mikä ei toimi"
          rows={4}
          maxLength={400}
          value="Lounaan ylijäämä menee biojätteeseen."
        />
        <TextField
          name="sahkoposti"
          label="Sähköposti"
          type="email"
          autocomplete="email"
          width="medium"
          optional={optional}
        />
        <NumberField name="tunnit" label="Oma aika" suffix="tuntia" value="1,5" />
        <NumberField name="lapset" label="Ryhmän koko" width="tiny" value="12" />
        <DateField lang={props.lang} name="alku" label="Milloin alkaa" value="2.2.2026" />
        <Select
          name="teema"
          label="Aihe"
          width="medium"
          empty="Valitse"
          value="ruoka"
          groups={[
            {
              label: 'Arki',
              options: [
                { value: 'ruoka', label: 'Ruoka' },
                { value: 'energia', label: 'Energia' },
              ],
            },
            { label: 'Yhteisö', options: [{ value: 'osallisuus', label: 'Osallisuus' }] },
          ]}
        />
        <FileField
          name="tiedosto"
          label="Tiedosto"
          hint="CSV tai Excel, enintään 10 Mt"
          accept=".csv,.xlsx"
        />
        <Fieldset legend="Paikka ja aika" hint="Näin muut löytävät paikalle.">
          <TextField name="paikka" label="Paikka" />
          <TextField name="linkki" label="Videolinkki" type="url" optional={optional} />
        </Fieldset>
        <ButtonRow>
          <Button>Tallenna ja jatka</Button>
          <Button kind="secondary" name="teko" value="luonnos">
            Tallenna luonnos
          </Button>
          <ButtonLink kind="quiet" href="#kentat">
            Keskeytä
          </ButtonLink>
          <Button kind="danger" name="teko" value="poista">
            Poista luonnos
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

function Choices(props: { lang: Lang }) {
  return (
    <Section title="RadioGroup, CheckboxGroup, Checkbox">
      <Form lang={props.lang} submission={submission} id="valinnat">
        <RadioGroup
          name="poikkeaako"
          legend="Poikkeaako tämä jostakin säännöstä?"
          hint="Jos et ole varma, valitse kyllä ja kysy."
          value="ei"
          options={[
            { value: 'ei', label: 'Ei' },
            {
              value: 'kylla',
              label: 'Kyllä',
              hint: 'Kokeilua ei voi aloittaa ennen kuin lupa on selvitetty.',
            },
          ]}
        />
        <RadioGroup
          name="toimi"
          legend="Toimiiko?"
          inline
          options={[
            { value: 'toimii', label: 'Toimii' },
            { value: 'innostaa', label: 'Innosti muuhun' },
          ]}
        />
        <CheckboxGroup
          name="kumppanit"
          legend="Ketkä ovat mukana?"
          values={['koulu']}
          options={[
            { value: 'koulu', label: 'Koulu' },
            { value: 'palvelutalo', label: 'Palvelutalo' },
            { value: 'yhdistys', label: 'Yhdistys', hint: 'Esimerkiksi kyläyhdistys tai eläkeläiskerho' },
          ]}
        />
        <Checkbox
          name="lupaus"
          label="Kerron tuloksen, kävi miten kävi"
          hint="Myös silloin, kun se ei onnistunut."
          checked
        />
      </Form>
    </Section>
  )
}

function Mistakes(props: { lang: Lang }) {
  return (
    <Section title="ErrorSummary, problemOf">
      <ErrorSummary lang={props.lang} problems={problems} />
      <Form lang={props.lang} submission={submission} id="virheet">
        <NumberField
          name="maara"
          label="Kuinka paljon jäi yli"
          suffix="kg"
          value="paljon"
          hint="Punnittuna ruokailun jälkeen"
          problem={problemOf(problems, 'maara')}
        />
        <DateField
          lang={props.lang}
          name="paiva"
          label="Päivä"
          value="31.2.2026"
          problem={problemOf(problems, 'paiva')}
        />
        <RadioGroup
          name="kaista"
          legend="Kuka päättää?"
          problem={problemOf(problems, 'kaista')}
          options={[
            { value: 'oma', label: 'Omaa työtä', hint: 'Lupaa ei tarvitse kysyä.' },
            { value: 'paatos', label: 'Tarvitaan päätös' },
          ]}
        />
        <Button>Tallenna</Button>
      </Form>
    </Section>
  )
}

/** The parts of forms in all their states. */
export function CatalogueForms(props: { lang: Lang }) {
  return (
    <>
      <Fields lang={props.lang} />
      <Choices lang={props.lang} />
      <Mistakes lang={props.lang} />
      <Section title="FaceButtons">
        <Form lang={props.lang} submission={submission} id="kasvot">
          <FaceButtons
            name="paivan-tunne"
            label="Miten tänään meni?"
            faces={[
              { value: 'hyvin', label: 'Hyvin' },
              { value: 'silta-valilta', label: 'Siltä väliltä' },
              { value: 'huonosti', label: 'Huonosti' },
            ]}
            chosen="hyvin"
          />
        </Form>
      </Section>
      <Section title="ScaleButtons">
        <Form lang={props.lang} submission={submission} id="asteikko">
          <ScaleButtons
            name="sujuvuus"
            label="Kuinka sujuvaa asiointi oli?"
            low="hankalaa"
            high="sujuvaa"
            chosen="4"
          />
        </Form>
      </Section>
      <Section title="TwoTexts">
        <Form lang={props.lang} submission={submission} id="ristiriita">
          <TwoTexts
            lang={props.lang}
            rows={[
              {
                label: 'Tavoite',
                name: 'tavoite',
                mine: 'Hävikki puolittuu kymmenessä viikossa.',
                theirs: 'Hävikki puolittuu kahdeksassa viikossa ja ruokailijoita tulee lisää.',
                base: 'Hävikki vähenee.',
              },
              { label: 'Paikka', name: 'koulu', mine: 'Koulukeskus', theirs: 'Koulukeskus' },
            ]}
          />
          <Button>Tallenna valitut</Button>
        </Form>
      </Section>
    </>
  )
}

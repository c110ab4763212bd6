import type { Lang } from '../platform/language.ts'
import { Card, CardList, Compare, Doors, EmptyState, Notice, Panel, Tag, type TagKind } from './blocks.tsx'
import { ButtonLink, ButtonRow } from './buttons.tsx'
import { CatalogueCharts } from './catalogue-charts.tsx'
import { diary, lifeSteps } from './catalogue.examples.ts'
import { CatalogueForms } from './catalogue-forms.tsx'
import { Pagination, Steps, SummaryList, Table, Timeline } from './data.tsx'
import { StepMark, Wordmark } from './step-mark.tsx'
import {
  BackLink,
  DefinitionTerm,
  Details,
  Lede,
  PageTitle,
  Prose,
  Quote,
  Section,
  WithAside,
} from './text.tsx'

const tags: [TagKind, string][] = [
  ['spruce', 'Levinnyt'],
  ['ink', 'Opittu'],
  ['lake', 'Käynnissä'],
  ['cloudberry', 'Muutetaan'],
  ['lichen', 'Keksitty esimerkki'],
  ['plain', 'Luonnos'],
]

function Texts() {
  return (
    <>
      <BackLink href="#sisalto" text="Kaikki kokeilut" />
      <PageTitle
        caption="Kokeilu, Koivula"
        tag={<Tag kind="ink">Opittu: toimi, mutta kukaan ei ottanut sitä omakseen</Tag>}
      >
        Syödäänkö koulun ylijäämälounas naapurissa?
      </PageTitle>
      <Lede>Tällä sivulla on jokainen palvelun osa kaikissa tiloissaan. Sisältö on keksittyä.</Lede>
      <Section title="Prose, Quote, Details, DefinitionTerm">
        <Prose text={diary} />
        <Quote source="Keittiön vastaava">Hävikki tuli näkyväksi vasta, kun se punnittiin.</Quote>
        <DefinitionTerm term="Lähtötaso">Mitä mitattiin ennen kuin mitään muutettiin.</DefinitionTerm>
        <Details summary="Miten mediaani lasketaan">
          <p>Arvot järjestetään pienimmästä suurimpaan ja otetaan keskimmäinen.</p>
        </Details>
      </Section>
      <Section title="Wordmark, StepMark">
        <p>
          <Wordmark name="Uskalla" />
        </p>
        <p>
          <StepMark /> <StepMark size="large" />
        </p>
      </Section>
    </>
  )
}

function Blocks() {
  return (
    <>
      <Section title="Tag">
        <p>{tags.map(([kind, text]) => [<Tag kind={kind}>{text}</Tag>, ' '])}</p>
      </Section>
      <Section title="Notice, Panel">
        <Notice kind="info" title="Suunnitelma on lukittu">
          <p>Muutokset kirjataan tästä lähtien poikkeamina.</p>
        </Notice>
        <Notice kind="success">Kiitos, merkintä on tallessa.</Notice>
        <Notice kind="attention" title="Kolme asiaa puuttuu">
          <p>Kirjaa lähtötaso, ennuste ja päätössääntö, niin voit aloittaa.</p>
        </Notice>
        <Panel kind="learned" headingLevel={3} title="Mitä opittiin">
          <p>Naapurit söivät mielellään, kun kello oli aina sama.</p>
        </Panel>
        <Panel kind="know" headingLevel={3} title="Mitä tästä voi oppia">
          <p>Kahdeksan viikkoa riittää kertomaan, väheneekö hävikki vähintään neljänneksen.</p>
        </Panel>
        <Panel kind="plain" headingLevel={3} title="Tavallinen lohko">
          <p>Hiljainen kehys.</p>
        </Panel>
      </Section>
      <Section title="Doors">
        <Doors
          doors={[
            { title: 'Minulla on idea', text: 'Kerro kolmella lauseella, mikä ei toimi.', href: '#sisalto' },
            { title: 'Mitä on opittu', text: 'Opit kunnista, myös lopetetuista.', href: '#sisalto' },
            { title: 'Oma kuntani', text: 'Kokeilut, kumppanit ja luvut.', href: '#sisalto' },
          ]}
        />
      </Section>
      <Section title="CardList, Card">
        <CardList>
          <Card
            title="Syödäänkö lounas loppuun?"
            href="#sisalto"
            tag={<Tag kind="spruce">Levinnyt</Tag>}
            meta="Koivula, 2024"
          >
            <p>Ylijäämä myytiin eurolla naapureille.</p>
          </Card>
          <Card
            title="Kävelevä koulubussi"
            href="#sisalto"
            tag={<Tag kind="ink">Opittu: ei omistajaa</Tag>}
            meta="Mäntylahti, 2025"
          >
            <p>Toimi, mutta kukaan ei ottanut sitä omakseen.</p>
          </Card>
          <Card
            title="Omavalvonta puhelimella"
            href="#sisalto"
            tag={<Tag kind="lake">Käynnissä</Tag>}
            meta="Saarijoki, viikko 3 / 8"
          />
        </CardList>
      </Section>
      <Section title="Compare">
        <Compare
          left={{ title: 'Mitä ennustimme', children: <p>Ylijäämä vähenee 25 kiloon viikossa.</p> }}
          right={{ title: 'Mitä tapahtui', children: <p>Ylijäämä väheni 23 kiloon viikossa.</p> }}
        />
      </Section>
      <Section title="EmptyState">
        <EmptyState
          text="Täällä ei ole vielä mitään. Ensimmäinen askel on pieni: kerro, mikä ei toimi."
          action={{ href: '#sisalto', text: 'Kerro idea' }}
        />
      </Section>
    </>
  )
}

function Data(props: { lang: Lang }) {
  return (
    <>
      <Section title="Steps">
        <Steps lang={props.lang} label="Kokeilun vaiheet" steps={lifeSteps} />
        <Steps
          lang={props.lang}
          label="Kokeilu, joka alkaa"
          steps={lifeSteps.map((step, index) => ({
            text: step.text,
            state: index === 0 ? 'current' : 'ahead',
          }))}
        />
        <Steps
          lang={props.lang}
          label="Kokeilu, joka on päättynyt"
          steps={lifeSteps.map((step) => ({ text: step.text, state: 'done' }))}
        />
      </Section>
      <Section title="SummaryList">
        <SummaryList
          rows={[
            {
              term: 'Tavoite',
              value: 'Hävikki puolittuu',
              action: { text: 'Muuta', href: '#sisalto', about: 'tavoitetta' },
            },
            {
              term: 'Kesto',
              value: '10 viikkoa',
              action: { text: 'Muuta', href: '#sisalto', about: 'kestoa' },
            },
            { term: 'Kustannus', value: '0 € ja 14 h 30 min' },
          ]}
        />
      </Section>
      <Section title="Table">
        <Table
          caption="Ylijäämä viikoittain"
          rowHeaders
          columns={[
            { text: 'Viikko' },
            { text: 'Kiloa', numeric: true },
            { text: 'Ruokailijoita', numeric: true },
            { text: 'Huomautus' },
          ]}
          rows={[
            ['6', '41,0', '1 204', 'Tavallinen viikko ennen kokeilua'],
            ['14', '27,5', '1 187', 'Hiihtoloma, puolet paikalla'],
            ['15', '9,0', 'ei tiedossa', ''],
          ]}
        />
      </Section>
      <Section title="Timeline">
        <Timeline
          entries={[
            { date: '2.2.2026', title: 'Kokeilu alkoi', kind: 'event' },
            { date: '9.2.2026', title: 'Päiväkirja', children: <Prose text={diary} /> },
            {
              date: '16.3.2026',
              title: 'Poikkeama: hinta laski',
              kind: 'departure',
              children: <p>Ruokailijoita tuli liian vähän.</p>,
            },
            { date: '12.4.2026', title: 'Kokeilu päättyi' },
          ]}
        />
      </Section>
      <Section title="Pagination">
        <Pagination lang={props.lang} page={5} pages={12} href={(page) => `?sivu=${page}`} />
      </Section>
      <Section title="WithAside">
        <WithAside
          label="Mitä tästä voi oppia"
          aside={
            <Panel kind="know" headingLevel={3} title="Mitä tästä voi oppia">
              <p>Kymmenen viikkoa kertoo, väheneekö hävikki.</p>
            </Panel>
          }
        >
          <p>Pääsisältö on vasemmalla ja hiljaisempi sen vieressä, puhelimessa sen alla.</p>
          <ButtonRow>
            <ButtonLink href="#sisalto">Jatka</ButtonLink>
            <ButtonLink href="#sisalto" kind="secondary">
              Palaa
            </ButtonLink>
          </ButtonRow>
        </WithAside>
      </Section>
    </>
  )
}

/** Every component of the kit in all its states, with made-up Finnish content; the body of the page /ui in demo mode. */
export function Catalogue(props: { lang: Lang }) {
  return (
    <div lang={props.lang === 'fi' ? undefined : 'fi'}>
      <Texts />
      <Data lang={props.lang} />
      <Blocks />
      <CatalogueCharts lang={props.lang} />
      <CatalogueForms lang={props.lang} />
    </div>
  )
}

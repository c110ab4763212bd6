import type { Lang } from '../platform/language.ts'
import {
  family,
  forestRows,
  lunchMarks,
  lunchPoints,
  moodWeeks,
  places,
  resourceItems,
} from './catalogue.examples.ts'
import { FaceChart } from './charts/face-chart.tsx'
import { FamilyTree } from './charts/family-tree.tsx'
import { FinlandMap } from './charts/finland-map.tsx'
import { ForestChart } from './charts/forest-chart.tsx'
import { ResourceBars } from './charts/resource-bars.tsx'
import { RunChart } from './charts/run-chart.tsx'
import { StackedScaleChart } from './charts/stacked-scale-chart.tsx'
import { Table } from './data.tsx'
import { Section } from './text.tsx'

/** Charts, bars, tree and map with made-up figures. */
export function CatalogueCharts(props: { lang: Lang }) {
  return (
    <>
      <Section title="RunChart">
        <RunChart
          lang={props.lang}
          title="Lounaan ylijäämä"
          sentence="Ylijäämä väheni 41 kilosta 23 kiloon viikossa, ja ennuste oli 25 kiloa."
          unit="kg / viikko"
          points={lunchPoints}
          baselineMedian={40.5}
          median={25.5}
          prediction={20}
          marks={lunchMarks}
          valueLabel="Ylijäämä"
          dateLabel="Viikko alkaen"
        />
        <RunChart
          lang={props.lang}
          title="Vasta kolme päivää"
          sentence="Emme tiedä vielä. Tietoa on kolmelta päivältä, ja se riittää kertomaan vain, että ruokailijoita tuli."
          unit="ruokailijaa"
          points={[
            { date: '2026-03-02', value: 1, phase: 'during' },
            { date: '2026-03-03', value: 11, phase: 'during' },
            { date: '2026-03-04', value: 13, phase: 'during' },
          ]}
          prediction={{ low: 10, high: 15 }}
          marks={[]}
          valueLabel="Ruokailijoita"
          dateLabel="Päivä"
        />
      </Section>
      <Section title="FaceChart">
        <FaceChart
          lang={props.lang}
          title="Miten viikko tuntui"
          sentence="Hyvien päivien osuus kasvoi neljässä viikossa neljäsosasta kahteen kolmasosaan."
          weeks={moodWeeks}
        />
      </Section>
      <Section title="StackedScaleChart">
        <StackedScaleChart
          lang={props.lang}
          title="Kuinka sujuvaa asiointi oli"
          sentence="Vastausten keskiarvo nousi kahden ja puolen paikkeilta yli kolmeen ja puoleen."
          rows={[
            { label: 'Ennen', counts: [6, 9, 7, 3, 1] },
            { label: 'Kokeilun aikana', counts: [1, 3, 8, 11, 7] },
          ]}
          low="hankalaa"
          high="sujuvaa"
        />
      </Section>
      <Section title="ForestChart">
        <ForestChart
          lang={props.lang}
          title="Muutos kunnittain: hävikki ruokailijaa kohti"
          sentence="Hävikki väheni viidessä keksityssä kunnassa yhteensä 8 g (todennäköisesti 5–11)."
          unit="g"
          rowName="Kunta"
          rows={forestRows}
          together={{ name: 'Yhdessä', estimate: -8, low: -11, high: -5 }}
          next={{ name: 'Seuraavassa kunnassa', low: -15, high: -1 }}
          better="down"
          decimals={0}
        />
      </Section>
      <Section title="ResourceBars">
        <ResourceBars lang={props.lang} items={resourceItems} />
      </Section>
      <Section title="FamilyTree" id="puu">
        <FamilyTree lang={props.lang} root={family} />
      </Section>
      <Section title="FinlandMap" id="kartta">
        <FinlandMap
          lang={props.lang}
          title="Missä kokeillaan"
          sentence="Neljällä paikkakunnalla on kokeiltu, ja yhdestä se on levinnyt."
          dots={places}
          lines={[
            { from: 'Salo', to: 'Keitele' },
            { from: 'Salo', to: 'Ilomantsi' },
          ]}
          table={
            <Table
              caption="Paikat"
              captionHidden
              rowHeaders
              columns={[{ text: 'Kunta' }, { text: 'Leveysaste', numeric: true }]}
              rows={places.map((place) => [place.name, String(place.latitude).replace('.', ',')])}
            />
          }
        />
      </Section>
    </>
  )
}

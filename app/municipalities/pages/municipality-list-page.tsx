import type { ReadPage } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  EmptyState,
  Lede,
  PageTitle,
  Section,
  Select,
  TextField,
} from '../../ui/index.ts'
import { allMunicipalities, allRegions, type Municipality } from '../register.ts'

interface Group {
  id: string
  title: string
  municipalities: Municipality[]
}

interface MunicipalityList {
  asked: { name: string; region: string; order: string }
  found: number
  groups: Group[]
}

/** A name is found by any of its parts in any language of ours, with or without its dots and rings. */
function simplified(text: string): string {
  return text
    .toLocaleLowerCase('fi')
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
}

function groupsOf(visit: Visit, found: Municipality[], byName: boolean): Group[] {
  const { lang } = visit
  if (byName) {
    const letters = new Map<string, Municipality[]>()
    for (const one of found) {
      const letter = one.name[lang].slice(0, 1)
      letters.set(letter, [...(letters.get(letter) ?? []), one])
    }
    return [...letters].map(([letter, municipalities]) => ({ id: letter, title: letter, municipalities }))
  }
  return allRegions(lang)
    .map((region) => ({
      id: `region-${region.code}`,
      title: region.name[lang],
      municipalities: found.filter((one) => one.regionCode === region.code),
    }))
    .filter((group) => group.municipalities.length > 0)
}

/** All municipalities by region or in alphabetical order, narrowed by name and region; a plain form. */
export const municipalityListPage: ReadPage<MunicipalityList> = {
  load: async (visit) => {
    const { region = '', order = '' } = visit.query
    const name = (visit.query.name ?? '').trim()
    const wanted = simplified(name)
    const found = allMunicipalities(visit.lang).filter(
      (one) =>
        (region === '' || one.regionCode === region) &&
        (wanted === '' || Object.values(one.name).some((text) => simplified(text).includes(wanted))),
    )
    return {
      asked: { name, region, order },
      found: found.length,
      groups: groupsOf(visit, found, order === 'name'),
    }
  },
  view: ({ visit, data }) => {
    const { lang } = visit
    const words = texts[lang].municipalities.list
    return {
      title: words.title,
      description: words.lede,
      breadcrumb: [{ text: words.title }],
      wide: true,
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <form method="get" class="filters" role="search">
            <TextField name="name" type="search" label={words.name} value={data.asked.name} maxLength={60} />
            <Select
              name="region"
              label={words.region}
              value={data.asked.region}
              empty={words.anyRegion}
              options={allRegions(lang).map((region) => ({ value: region.code, label: region.name[lang] }))}
            />
            <Select
              name="order"
              label={words.order}
              value={data.asked.order}
              empty={words.byRegion}
              options={[{ value: 'name', label: words.byName }]}
            />
            <ButtonRow>
              <Button kind="secondary">{words.show}</Button>
              {(data.asked.name !== '' || data.asked.region !== '') && (
                <ButtonLink kind="quiet" href={visit.to('municipalities', {}, { order: data.asked.order })}>
                  {words.showAll}
                </ButtonLink>
              )}
            </ButtonRow>
          </form>
          {data.found === 0 ? (
            <EmptyState text={words.none} />
          ) : (
            <p role="status">{words.found(data.found)}</p>
          )}
          {data.groups.map((group) => (
            <Section title={group.title} id={group.id}>
              <ul class="name-columns" role="list">
                {group.municipalities.map((one) => (
                  <li>
                    <a href={visit.to('municipality', { code: one.code })}>{one.name[lang]}</a>
                  </li>
                ))}
              </ul>
            </Section>
          ))}
        </>
      ),
    }
  },
}

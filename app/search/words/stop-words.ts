import type { Lang } from '../../platform/language.ts'

/** Words that say nothing about what a text is about: they are neither indexed nor searched for. */
const stopWords: Record<Lang, ReadonlySet<string>> = {
  fi: new Set(
    `ja tai sekä eli että jotta jos kun koska vaikka kuin mutta vaan niin myös ei eivät en emme ole on ovat oli olivat
    olla ollut olisi se ne sen niiden sitä niitä siinä niissä siitä niistä siihen niihin sille niille sillä niillä tämä
    tämän tätä nämä näiden tässä näissä tästä näistä tähän näihin tuo nuo hän hänen he heidän minä minun me meidän te
    teidän sinä sinun joka jonka jota jotka joiden joita jossa joissa josta joista johon joihin jolla joilla jolle
    joille mikä mitä mitkä missä mistä mihin kuka ketä kenen mukaan kanssa ilman sitten vielä jo nyt aina kuinka miten
    milloin miksi onko voi voivat pitää siis esim ym jne kaikki joko`.split(/\s+/u),
  ),
  sv: new Set(
    `och eller men att för från med av på i till om som en ett den det de dem denna detta dessa är var vara varit har
    hade ha ska skulle kan kunde inte så när då där här hur vad vem vilken vilket vilka jag du han hon vi ni man sin
    sitt sina deras vår vårt våra under över efter vid utan också än mer bara hos åt ur`.split(/\s+/u),
  ),
  en: new Set(
    `the a an and or but of for from with by on in to at as is are was were be been being has have had do does did not
    no so if then than that this these those it its we you they he she i our your their what which who how when where
    there here can could will would should may about into over under also only`.split(/\s+/u),
  ),
}

/** True when the form (lower case) carries no meaning of its own in that language. */
export function isStopWord(form: string, language: Lang): boolean {
  return stopWords[language].has(form)
}

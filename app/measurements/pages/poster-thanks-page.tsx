import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Lede, PageTitle } from '../../ui/index.ts'

/** Thanks whoever has logged by a poster. Its address tells nothing of the poster. */
export const posterThanksPage: ReadPage<object> = {
  load: async () => ({}),
  view: ({ visit }) => {
    const words = texts[visit.lang].posters.log
    return {
      title: words.thanksTitle,
      hidden: true,
      bare: true,
      body: (
        <>
          <PageTitle>{words.thanksTitle}</PageTitle>
          <Lede>{words.thanks}</Lede>
          <p>{words.thanksAgain}</p>
        </>
      ),
    }
  },
}

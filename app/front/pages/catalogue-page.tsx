import type { ReadPage } from '../../platform/web/page.ts'
import { Catalogue } from '../../ui/catalogue.tsx'

/** Every part of the kit in all its states; in the trial environment only. */
export const cataloguePage: ReadPage<object> = {
  load: async (visit) => (visit.demo ? {} : undefined),
  view: ({ visit }) => ({
    title: 'Käyttöliittymän osat',
    hidden: true,
    wide: true,
    body: <Catalogue lang={visit.lang} />,
  }),
}

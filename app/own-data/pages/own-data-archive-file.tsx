import { dayOf } from '../../platform/format.ts'
import { asSystem } from '../../platform/database/acting.ts'
import type { FileAnswer } from '../../platform/web/page.ts'
import { zip } from '../../platform/zip.ts'
import { texts } from '../../texts/index.ts'
import { gatherOwnData } from '../gather-own-data.ts'
import { ownDataLinkIsOpen, takeOwnDataLink } from '../own-data-store.ts'
import { hashOfSecret } from '../secret.ts'
import { OwnDataInWords } from './own-data-in-words.tsx'

interface OpenLink {
  tokenHash: string
  personId: string
}

/**
 * The archive of whoever is signed in and has a link of their own that is open; for anybody else there is no such page.
 * Fetching it uses the link up. It is put together here and kept nowhere.
 */
export const ownDataArchiveFile: FileAnswer<OpenLink> = {
  load: async (visit) => {
    const tokenHash = hashOfSecret(visit.parameters.secret ?? '')
    if (!visit.person || tokenHash === undefined) return undefined
    const link = { tokenHash, personId: visit.person.id }
    return (await ownDataLinkIsOpen(visit.database, { ...link, now: visit.now })) ? link : undefined
  },
  answer: async ({ visit, data }) => {
    const words = texts[visit.lang].ownData.download
    const records = await asSystem(visit.database, async (transaction) =>
      (await takeOwnDataLink(transaction, { ...data, now: visit.now }))
        ? gatherOwnData(transaction, data.personId)
        : undefined,
    )
    if (!records) return new Response(null, { status: 404 })
    const made = visit.now.toISOString()
    const json = { made, data: Object.fromEntries(records.map(({ table, rows }) => [table, rows])) }
    const page = (<OwnDataInWords lang={visit.lang} records={records} made={visit.now} />) as unknown
    const archive = zip(
      [
        { name: words.htmlName, content: `<!doctype html>\n${String(page)}\n` },
        { name: words.jsonName, content: `${JSON.stringify(json, undefined, 2)}\n` },
      ],
      visit.now,
    )
    return new Response(new Uint8Array(archive), {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${words.fileName(dayOf(visit.now))}"`,
        'cache-control': 'private, no-store',
      },
    })
  },
}

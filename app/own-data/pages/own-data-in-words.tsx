import { placeName } from '../../municipalities/index.ts'
import { formatDate, formatMoment, formatNumber } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'
import type { OwnRecords } from '../../platform/own-data.ts'
import { roles } from '../../platform/web/visitor.ts'
import { texts } from '../../texts/index.ts'

/** A page of its own, readable without the service: everything held of a person, table by table. */
export function OwnDataInWords({
  lang,
  records,
  made,
}: {
  lang: Lang
  records: readonly OwnRecords[]
  made: Date
}) {
  const words = texts[lang].ownData
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words.download.archiveTitle}</title>
      </head>
      <body>
        <main>
          <h1>{words.download.archiveTitle}</h1>
          <p>{words.download.archiveLede(formatMoment(lang, made))}</p>
          {records.map(({ table, rows }) => (
            <section>
              <h2>{words.tables[table] ?? table}</h2>
              {rows.length === 0 ? (
                <p>{words.download.archiveEmpty}</p>
              ) : (
                <ol>
                  {rows.map((row) => (
                    <li>
                      <dl>
                        {Object.entries(row).map(([column, value]) => (
                          <>
                            <dt>
                              <strong>{words.fields[column] ?? column}</strong>
                            </dt>
                            <dd>{inWords(lang, column, value)}</dd>
                          </>
                        ))}
                      </dl>
                    </li>
                  ))}
                </ol>
              )}
            </section>
          ))}
        </main>
      </body>
    </html>
  )
}

function inWords(lang: Lang, column: string, value: unknown): string {
  const { ownData, people } = texts[lang]
  if (value === null || value === undefined || value === '') return '–'
  if (value instanceof Date) return formatMoment(lang, value)
  if (typeof value === 'boolean') return value ? ownData.download.yes : ownData.download.no
  if (typeof value === 'number') return formatNumber(lang, value)
  if (typeof value !== 'string') return JSON.stringify(value)
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDate(lang, value)
  if (column === 'municipality_code') return placeName(value, lang)
  const role = roles.find((one) => one === value)
  if (column === 'role' && role) return people.roles[role]
  return value
}

import type { Client } from 'pg'

/** Server settings without which an acknowledged write may be lost. */
const durable = {
  fsync: ['on'],
  full_page_writes: ['on'],
  data_checksums: ['on'],
  synchronous_commit: ['on', 'remote_apply'],
}

/**
 * Looks at the server's version and settings. Throws, naming every fault, when it cannot serve at all or, in production,
 * when it could lose what it has acknowledged. Returns what an operator should know but may live with.
 */
export async function checkServer(client: Client, production: boolean): Promise<string[]> {
  const { rows } = await client.query<Record<string, string>>(
    `select current_setting('server_version_num') as version, current_setting('server_version') as version_name,
       current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
       current_setting('full_page_writes') as full_page_writes, current_setting('data_checksums') as data_checksums,
       current_setting('synchronous_commit') as synchronous_commit,
       (select string_agg(name, ' ' order by name) from unnest(array['Ö', 'Å', 'Ä', 'Z', 'A']) as names(name)) as alphabet`,
  )
  const found = rows[0] ?? {}
  const faults: string[] = []
  const warnings: string[] = []
  if (Number(found.version) < 150_000)
    faults.push(`PostgreSQL ${found.version_name} is too old; 15 is the oldest that serves.`)
  if (found.encoding !== 'UTF8') faults.push(`The database's encoding is ${found.encoding}; it must be UTF8.`)
  for (const [name, wanted] of Object.entries(durable)) {
    if (wanted.includes(found[name] ?? '')) continue
    const words = `The server's setting ${name} is ${found[name]}; without ${wanted[0]} it may lose what it has acknowledged.`
    if (production) faults.push(words)
    else warnings.push(words)
  }
  if (found.alphabet !== 'A Z Å Ä Ö') {
    warnings.push(
      'The database does not sort as Finnish does. Create it with: ' +
        `create database uskalla template template0 encoding 'UTF8' locale_provider icu icu_locale 'fi' locale 'C.UTF-8';`,
    )
  }
  if (faults.length > 0)
    throw new Error(['The database cannot be used:', ...faults.map((fault) => `  - ${fault}`)].join('\n'))
  return warnings
}

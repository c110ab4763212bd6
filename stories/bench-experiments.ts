import { Client } from 'pg'

/**
 * Adds `count` experiments to the database by copying the public ones that are there, spread over all municipalities and
 * twenty years, with titles that say that they are made up for measuring, an entry in the search and twenty observations
 * each. Returns how many were added.
 */
export async function generateExperiments(url: string, count: number): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `create temporary table copies as
       with originals as (select *, row_number() over (order by id) - 1 as place, count(*) over () as total
                          from experiments where origin = 'published'),
            places as (select code, row_number() over (order by code) - 1 as place, count(*) over () as total from municipalities)
       select n, gen_random_uuid() as new_id, originals.id as original_id, places.code
       from generate_series(1, $1::integer) as n
       join originals on originals.place = n % originals.total
       join places on places.place = n % places.total`,
      [count],
    )
    const added = await client.query(
      `insert into experiments (id, municipality_code, origin, state, outcome, title, theme, starts_on, ends_on,
         year_from, year_to, plan, published, created_at, updated_at, listed_at)
       select new_id, code, origin, state, outcome, title || ' (keksitty mittausta varten ' || n || ')', theme, starts_on, ends_on, 2006 + n % 20, 2006 + n % 20,
         plan, published, created_at, updated_at, created_at - make_interval(days => n % 7000)
       from copies join experiments on experiments.id = original_id`,
    )
    await client.query(
      `insert into search_documents (kind, record_id, language, municipality_code, theme, state, year, title, body,
         address_parameters, source_url, example, title_words, title_forms, keyword_forms, body_forms)
       select kind, new_id, language, code, theme, state, 2006 + n % 20, title || ' ' || n, body,
         jsonb_build_object('id', new_id), source_url, example, title_words, title_forms, keyword_forms, body_forms
       from copies join search_documents on record_id = original_id::text`,
    )
    await client.query(
      `insert into observations (id, experiment_id, municipality_code, measure_id, day, value, way, at)
       select gen_random_uuid(), new_id, code, new_id, date '2026-01-01' + day, 50 + (n * 7 + day * 13) % 17, 'form', now()
       from copies cross join generate_series(1, 20) as day`,
    )
    await client.query('vacuum analyze')
    return added.rowCount ?? 0
  } finally {
    await client.end()
  }
}

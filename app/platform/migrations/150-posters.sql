-- Posters on walls: whoever scans one logs one measure of one experiment, and nothing else. Of the secret in its address only
-- the SHA-256 is kept, so that the database alone lets nobody in.
create table posters (
  id uuid primary key,
  experiment_id uuid not null references experiments (id),
  municipality_code text not null references municipalities (code),
  measure_id uuid not null,
  unit text check (unit <> '' and length(unit) <= 80),
  label text not null check (length(label) between 1 and 120),
  lang text not null check (lang in ('fi', 'sv', 'en')),
  secret_hash text not null unique,
  made_by uuid references persons (id),
  made_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid references persons (id),
  version integer not null default 1
);
create index posters_by_experiment on posters (experiment_id, made_at);
-- Whose poster hangs where concerns those who work in the municipality.
select protect_rows('posters', 'municipality_code = any (acting_workplaces())',
  'municipality_code = any (acting_workplaces())');

-- By which poster a reading came, so that those of one can be taken away together.
alter table observations add column poster_id uuid references posters (id);
create index observations_by_poster on observations (poster_id, at) where poster_id is not null;

-- What a secret opens, for whoever has scanned it; nothing else of the poster.
create function poster_of(asked_hash text)
returns table (id uuid, experiment_id uuid, measure_id uuid, unit text, revoked boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.experiment_id, p.measure_id, p.unit, p.revoked_at is not null
  from posters p where p.secret_hash = asked_hash
$$;
revoke all on function poster_of(text) from public;
grant execute on function poster_of(text) to uskalla_app;

-- What came of a trial, written down against the prediction by those who tried. Earlier versions stay.
create table findings (
  id uuid primary key,
  experiment_id uuid not null references experiments (id),
  municipality_code text not null references municipalities (code),
  -- What happened, in words.
  happened text not null,
  -- Can be told: yes, not yet, or never with these data.
  tells text not null check (tells in ('as_predicted', 'otherwise', 'cannot_tell')),
  learning text not null check (learning in ('works', 'inspired', 'both')),
  -- The main measure as it stood: amounts in its unit, numbers of days.
  figures jsonb not null,
  plan_fingerprint text not null check (plan_fingerprint ~ '^[0-9a-f]{64}$'),
  data_fingerprint text not null check (data_fingerprint ~ '^[0-9a-f]{64}$'),
  evidence_level integer not null check (evidence_level between 0 and 5),
  written_by uuid references persons (id),
  written_at timestamptz not null,
  version integer not null,
  unique (experiment_id, version)
);
create index findings_by_experiment on findings (experiment_id, version desc);
select protect_writes('findings');

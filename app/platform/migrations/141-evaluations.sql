-- What the statistics engine made of an experiment's readings: computed by a job when they change, read by the pages.
create table evaluations (
  experiment_id uuid primary key references experiments (id),
  municipality_code text not null references municipalities (code),
  -- By measure: method, finding, range, chart, checks.
  measures jsonb not null,
  engine_version text not null,
  seed integer not null,
  plan_fingerprint text not null check (plan_fingerprint ~ '^[0-9a-f]{64}$'),
  data_fingerprint text not null check (data_fingerprint ~ '^[0-9a-f]{64}$'),
  computed_at timestamptz not null,
  version integer not null default 1
);
select protect_part_of_experiment('evaluations');

-- Figures that were opened before the end although the plan had them covered: shown for ever.
create table early_openings (
  id uuid primary key,
  experiment_id uuid not null references experiments (id),
  municipality_code text not null references municipalities (code),
  opened_by uuid references persons (id),
  opened_at timestamptz not null,
  why text not null,
  version integer not null default 1
);
create index early_openings_by_experiment on early_openings (experiment_id, opened_at);
create function refuse_opening_change() returns trigger language plpgsql as
  $$ begin raise exception 'an early opening stays as it was written'; end $$;
create trigger early_openings_stay before delete on early_openings
  for each row execute function refuse_opening_change();
select protect_part_of_experiment('early_openings');

-- Files of measurements on their way in: seen by whoever sent them and by nobody else, for a day at most.
create table import_files (
  id uuid primary key,
  experiment_id uuid not null references experiments (id),
  municipality_code text not null references municipalities (code),
  measure_id uuid not null,
  file_name text not null check (length(file_name) <= 100),
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  -- Kind, encoding, and of each sheet its name, its number of rows and its first ones.
  outline jsonb not null,
  -- All cells, as compressed JSON; gone once they are stored as readings.
  cells bytea,
  -- What the person says of the columns, and how the file is understood by it.
  choice jsonb not null,
  reading jsonb not null,
  problems bytea not null,
  state text not null check (state in ('waiting', 'importing', 'cancelling', 'stored')),
  -- Why it waits again: it was cancelled, or something had changed since it was looked at.
  came_back text check (came_back in ('cancelled', 'changed', 'closed')),
  rows_done integer not null default 0,
  uploaded_by uuid not null references persons (id),
  uploaded_at timestamptz not null,
  version integer not null default 1
);
create index import_files_by_experiment on import_files (experiment_id, uploaded_by);
create index import_files_by_age on import_files (uploaded_at);
select protect_rows('import_files', 'uploaded_by = acting_person()',
  'uploaded_by = acting_person() and municipality_code = any (acting_workplaces())');

-- Of a whole import: by which way it came, and how many rows the person left out of it.
alter table measurement_imports
  add column way text not null default 'paste' check (way in ('paste', 'file')),
  add column left_out integer not null default 0 check (left_out >= 0);

-- Which import took the place of a reading; undoing it lets the reading stand again.
alter table observations add column removed_by_import uuid references measurement_imports (id);
create index observations_removed_by_import on observations (removed_by_import) where removed_by_import is not null;

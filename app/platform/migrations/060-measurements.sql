-- What was observed, however it arrived, and the hours and euros an experiment took.

-- One pasted table; undoing it takes away all its rows at once.
create table measurement_imports (
  id uuid primary key,
  experiment_id uuid not null references experiments (id),
  municipality_code text not null references municipalities (code),
  row_count integer not null,
  imported_by uuid references persons (id),
  imported_at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid references persons (id)
);
create index measurement_imports_by_experiment on measurement_imports (experiment_id, imported_at);

-- Nothing is deleted: a row taken away keeps who did it and why, and a corrected one points to the row it replaces.
create table observations (
  id uuid primary key,
  experiment_id uuid not null references experiments (id),
  municipality_code text not null references municipalities (code),
  measure_id uuid not null,
  day date not null,
  value double precision not null check (value > '-1e12'::float8 and value < '1e12'::float8),
  note text,
  way text not null check (way in ('tap', 'form', 'paste')),
  import_id uuid references measurement_imports (id),
  entered_by uuid references persons (id),
  at timestamptz not null,
  replaces_id uuid references observations (id),
  removed_at timestamptz,
  removed_by uuid references persons (id),
  removed_why text,
  version integer not null default 1,
  check ((removed_at is null) = (removed_why is null))
);
create index observations_by_experiment on observations (experiment_id, measure_id, day);
create index observations_by_import on observations (import_id) where import_id is not null;

create table effort_entries (
  id uuid primary key,
  experiment_id uuid not null references experiments (id),
  municipality_code text not null references municipalities (code),
  day date not null,
  hours numeric(6, 2) not null default 0 check (hours >= 0),
  euros numeric(12, 2) not null default 0 check (euros >= 0),
  what text not null,
  entered_by uuid references persons (id),
  at timestamptz not null,
  removed_at timestamptz,
  version integer not null default 1,
  check (hours > 0 or euros > 0)
);
create index effort_entries_by_experiment on effort_entries (experiment_id, day);

select protect_writes('measurement_imports');
select protect_writes('observations');
select protect_writes('effort_entries');

-- Keys by which another program sends readings of one measure of one experiment, and can do nothing else. Only the hash of
-- a key is kept.
create table measure_tokens (
  id uuid primary key,
  experiment_id uuid not null references experiments (id),
  municipality_code text not null references municipalities (code),
  measure_id uuid not null,
  name text not null check (name <> '' and length(name) <= 100),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  made_by uuid references persons (id),
  made_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references persons (id),
  version integer not null default 1
);
create index measure_tokens_by_experiment on measure_tokens (experiment_id, made_at);
select protect_rows('measure_tokens', 'municipality_code = any (acting_workplaces())',
  'municipality_code = any (acting_workplaces())');

-- What a program has asked for under a key of its own choosing, and what it was answered: asked again, it is done once.
create table measure_requests (
  token_id uuid not null references measure_tokens (id),
  request_key text not null check (request_key <> '' and length(request_key) <= 200),
  body_fingerprint text not null check (body_fingerprint ~ '^[0-9a-f]{64}$'),
  answer jsonb,
  at timestamptz not null,
  primary key (token_id, request_key)
);
create index measure_requests_by_age on measure_requests (at);
select protect_rows('measure_requests', 'false', 'false');

-- What the sender calls a reading. A reading that was sent once is not added again, not even after it was taken away.
alter table observations add column source_id text check (source_id <> '' and length(source_id) <= 100);
create unique index observations_by_source on observations (experiment_id, measure_id, source_id) where source_id is not null;

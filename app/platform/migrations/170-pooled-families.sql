-- What the adoptions of one plan show together: computed by a job when the evaluation of a member changes, read by the
-- pages. Holds only what the members' own pages show to everybody.
create table pooled_families (
  root_id uuid primary key references experiments (id),
  -- Everyone whose result was looked at, pooled or left out, so that the family is found from any of them.
  member_ids uuid[] not null,
  pooled jsonb not null,
  engine_version text not null,
  data_fingerprint text not null check (data_fingerprint ~ '^[0-9a-f]{64}$'),
  computed_at timestamptz not null
);
create index pooled_families_by_member on pooled_families using gin (member_ids);
select protect_rows('pooled_families', 'true', 'false');

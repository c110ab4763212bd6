-- Lesson cards. Every saving is a new version; earlier ones stay.
create table lessons (
  id uuid primary key,
  experiment_id uuid not null references experiments (id),
  municipality_code text not null references municipalities (code),
  language text not null check (language in ('fi', 'sv', 'en')),
  worked text not null,
  did_not_work text not null,
  surprised text not null,
  conditions text not null,
  works text not null check (works in ('yes', 'partly', 'no', 'cannot_tell')),
  inspired text,
  would_do_otherwise text,
  written_by uuid references persons (id),
  written_at timestamptz not null,
  version integer not null,
  unique (experiment_id, version)
);
create index lessons_by_age on lessons (written_at desc);
select protect_writes('lessons');

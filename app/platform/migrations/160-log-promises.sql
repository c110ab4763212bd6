-- Who has promised to log a measure of an experiment. Colleagues see it by name, nobody else. It ends with the trial, or
-- when the person takes it back.
create table log_promises (
  id uuid primary key,
  experiment_id uuid not null references experiments (id),
  municipality_code text not null references municipalities (code),
  measure_id uuid not null,
  person_id uuid not null references persons (id),
  promised_at timestamptz not null,
  ended_at timestamptz,
  version integer not null default 1
);
create unique index one_promise_at_a_time on log_promises (experiment_id, measure_id, person_id) where ended_at is null;
create index log_promises_of_person on log_promises (person_id);
select protect_rows('log_promises', 'municipality_code = any (acting_workplaces()) or person_id = acting_person()',
  'person_id = acting_person() and municipality_code = any (acting_workplaces())');

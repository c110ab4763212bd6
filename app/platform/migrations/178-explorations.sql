-- Analyses outside the plan: exploratory for ever, shown with why they were made and counted. None can be taken back.
create table explorations (
  id uuid primary key,
  experiment_id uuid not null references experiments (id),
  municipality_code text not null references municipalities (code),
  measure_id uuid not null,
  method text not null,
  period text not null check (period in ('whole', 'settled', 'first_half', 'second_half')),
  why text not null check (why <> ''),
  evaluation jsonb not null,
  engine_version text not null,
  data_fingerprint text not null check (data_fingerprint ~ '^[0-9a-f]{64}$'),
  person_id uuid references persons (id),
  at timestamptz not null,
  version integer not null default 1,
  hidden_at timestamptz,
  hidden_because text check (hidden_because in ('personal_data', 'insult', 'threat', 'advertising', 'rights', 'law')),
  check ((hidden_at is null) = (hidden_because is null))
);
create index explorations_by_experiment on explorations (experiment_id, at);
create function refuse_exploration_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - 'hidden_at' - 'hidden_because' - 'is_public') = (to_jsonb(old) - 'hidden_at' - 'hidden_because' - 'is_public') then
      return new;
    end if;
  end if;
  raise exception 'an analysis outside the plan stays as it was made';
end $$;
create trigger explorations_stay before update or delete on explorations
  for each row execute function refuse_exploration_change();
select protect_part_of_experiment('explorations');

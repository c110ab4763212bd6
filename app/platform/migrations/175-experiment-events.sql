-- What happened around a trial that may have moved its readings: a closed kitchen, a heat wave. It stays as it was noted.
create table experiment_events (
  id uuid primary key,
  experiment_id uuid not null references experiments (id),
  municipality_code text not null references municipalities (code),
  day date not null,
  what text not null check (what <> ''),
  person_id uuid references persons (id),
  at timestamptz not null,
  version integer not null default 1,
  hidden_at timestamptz,
  hidden_because text check (hidden_because in ('personal_data', 'insult', 'threat', 'advertising', 'rights', 'law')),
  check ((hidden_at is null) = (hidden_because is null))
);
create index experiment_events_by_experiment on experiment_events (experiment_id, day);
create function refuse_event_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - 'hidden_at' - 'hidden_because' - 'is_public') = (to_jsonb(old) - 'hidden_at' - 'hidden_because' - 'is_public') then
      return new;
    end if;
  end if;
  raise exception 'an event stays as it was noted';
end $$;
create trigger experiment_events_stay before update or delete on experiment_events
  for each row execute function refuse_event_change();
select protect_part_of_experiment('experiment_events');

-- Texts that moderators have hidden: the record stays where it is, its words are no longer shown.
do $$
declare hideable regclass;
begin
  foreach hideable in array array['ideas', 'diary_entries', 'experiment_departures', 'findings', 'lessons', 'experiments', 'decisions']::regclass[] loop
    execute format($sql$alter table %s
      add column hidden_at timestamptz,
      add column hidden_because text check (hidden_because in ('personal_data', 'insult', 'threat', 'advertising', 'rights', 'law')),
      add check ((hidden_at is null) = (hidden_because is null))$sql$, hideable);
  end loop;
end $$;

-- Lists leave hidden ones out; this keeps them reading the index alone.
create index experiments_listed_shown on experiments (is_public, listed_at desc, id) where hidden_at is null;
drop index experiments_listed;

-- A departure stays as it was written. Whether it is shown may change, nothing else.
create or replace function refuse_departure_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - 'hidden_at' - 'hidden_because' - 'is_public') = (to_jsonb(old) - 'hidden_at' - 'hidden_because' - 'is_public') then
      return new;
    end if;
  end if;
  raise exception 'a departure from a frozen plan stays as it was written';
end $$;

create or replace function refuse_decision_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - 'hidden_at' - 'hidden_because' - 'is_public') = (to_jsonb(old) - 'hidden_at' - 'hidden_because' - 'is_public') then
      return new;
    end if;
  end if;
  raise exception 'a decision stays as it was made';
end $$;

-- Everybody may read their own lines of the log: they are part of what the service knows of them.
drop policy reading on log_entries;
create policy reading on log_entries for select to uskalla_app using (
  (select acting_as_system() or acting_for_office()) or chain = any ((select readable_chains())::text[])
  or person_id = (select acting_person()));

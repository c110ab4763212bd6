-- The record: for whom somebody acted, who may read the lines, and the heads that are made public every day.

-- The municipality a person acted for, or the id of another organisation; null for themselves.
-- Older lines have none: it is part of a line's hash only where it is set.
alter table log_entries add column acting_for text;
create index log_entries_by_time on log_entries (at desc);
create index log_entries_by_person on log_entries (person_id, at desc) where person_id is not null;

-- For whom a person acts in a chain: for the chain's municipality where they work there, else for where they work, else
-- for their organisation; null for residents, who act for themselves.
create function acting_for(person uuid, asked_chain text) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
    max(municipality_code) filter (where works and municipality_code = asked_chain),
    min(municipality_code) filter (where works),
    min(organisation_id::text))
  from (select municipality_code, organisation_id,
          role in ('employee', 'ambassador', 'leader', 'administrator') as works
        from memberships_in_force(person, (now() at time zone 'Europe/Helsinki')::date)) as places
$$;
revoke all on function acting_for(uuid, text) from public;
grant execute on function acting_for(uuid, text) to uskalla_app;

-- The end of a chain, for whoever adds the next line: position and hash, nothing of what the line tells.
create function log_head(asked_chain text, out head_position bigint, out head_hash text)
returns record language sql stable security definer set search_path = public, pg_temp as $$
  select position, hash from log_entries where chain = asked_chain order by position desc limit 1
$$;
revoke all on function log_head(text) from public;
grant execute on function log_head(text) to uskalla_app;

-- Whose lines somebody may read: the programme office's people every chain, a municipality's administrator its own.
create function readable_chains() returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(municipality_code), '{}')
  from memberships_in_force(acting_person(), (now() at time zone 'Europe/Helsinki')::date)
  where role = 'administrator' and municipality_code is not null
$$;
revoke all on function readable_chains() from public;
grant execute on function readable_chains() to uskalla_app;

-- Lines may be added by whoever acts and changed by nobody; the role has no right to, and the trigger stops the owner.
alter table log_entries enable row level security;
alter table log_entries force row level security;
create policy reading on log_entries for select to uskalla_app using (
  (select acting_as_system() or acting_for_office()) or chain = any ((select readable_chains())::text[]));
create policy adding on log_entries for insert to uskalla_app with check (true);

-- The head of every chain at the end of a day, and a hash over them that holds the hash of the publication before.
create table log_publications (
  number bigint primary key,
  -- The day in Finland whose end this is; at the first start, the day of that start.
  day date not null,
  until timestamptz not null,
  heads jsonb not null,
  previous_hash text not null check (previous_hash ~ '^[0-9a-f]{64}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$')
);
create index log_publications_by_day on log_publications (day, number);
create trigger log_publications_stay before update or delete or truncate on log_publications
  for each statement execute function refuse_change();
grant select, insert on log_publications to uskalla_app;
alter table log_publications enable row level security;
alter table log_publications force row level security;
create policy reading on log_publications for select to uskalla_app using (true);
create policy adding on log_publications for insert to uskalla_app with check (acting_as_system());

do $$
declare kept regclass;
begin
  foreach kept in array array['log_entries', 'log_publications']::regclass[] loop
    execute format('create policy owning on %s to current_user using (true) with check (true)', kept);
  end loop;
end $$;

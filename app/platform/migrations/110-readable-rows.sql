-- The second barrier, for reading too: what is not public comes out only to those who work in its municipality, whatever
-- the rooms ask for. Without anyone acting only public rows are there. The first barrier are the policies of the rooms.

-- Where the acting person works: employees, ambassadors, leaders and administrators, residents not.
create function acting_workplaces() returns text[] language sql stable as
  $$ select string_to_array(coalesce(current_setting('uskalla.workplaces', true), ''), ',') $$;
-- Does the acting person belong to the programme office?
create function acting_for_office() returns boolean language sql stable as
  $$ select coalesce(current_setting('uskalla.office', true), '') = 'on' $$;

-- Protects a table: its rows can be read where `readable` holds and written where `writable` does, by the system always.
-- Forced, so that not even the owner is let through silently: the owner passes by a policy of its own, because functions
-- that look up one thing before it is known who acts belong to the owner.
create function protect_rows(protected_table regclass, readable text, writable text) returns void language plpgsql as $$
declare
  earlier name;
begin
  for earlier in select polname from pg_policy where polrelid = protected_table loop
    execute format('drop policy %I on %s', earlier, protected_table);
  end loop;
  execute format('grant select, insert, update, delete on %s to uskalla_app', protected_table);
  execute format('alter table %s enable row level security', protected_table);
  execute format('alter table %s force row level security', protected_table);
  execute format('create policy owning on %s to %I using (true) with check (true)', protected_table, current_user);
  execute format('create policy reading on %s for select to uskalla_app using ((%s) or acting_as_system())', protected_table, readable);
  execute format('create policy adding on %s for insert to uskalla_app with check ((%s) or acting_as_system())', protected_table, writable);
  execute format('create policy changing on %s for update to uskalla_app using ((%s) or acting_as_system()) with check ((%s) or acting_as_system())', protected_table, writable, writable);
  execute format('create policy removing on %s for delete to uskalla_app using ((%s) or acting_as_system())', protected_table, writable);
end $$;

-- The same for a record table whose rows are public once they carry `is_public`, or all of them when it has no such column.
create or replace function protect_writes(record_table regclass) returns void language plpgsql as $$
declare
  has_public_column boolean := exists (
    select from pg_attribute where attrelid = record_table and attname = 'is_public' and not attisdropped);
begin
  perform protect_rows(record_table,
    case when has_public_column then 'is_public or municipality_code = any (acting_workplaces())' else 'true' end,
    'municipality_code = any (acting_workplaces())');
end $$;

-- What belongs to an experiment is as public as the experiment. The column is kept by triggers, so that reading many rows
-- asks nothing of another table.
create function publish_with_experiment() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  select is_public into new.is_public from experiments where id = new.experiment_id;
  new.is_public := coalesce(new.is_public, false);
  return new;
end $$;

create function publish_parts_of_experiment() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  part regclass;
begin
  for part in
    select tgrelid::regclass from pg_trigger where tgname = 'published_with_experiment' and not tgisinternal
  loop
    execute format('update %s set is_public = $1 where experiment_id = $2 and is_public <> $1', part)
      using new.is_public, new.id;
  end loop;
  return null;
end $$;
create trigger experiments_publish_parts after update of frozen_at, origin on experiments
  for each row when (old.is_public is distinct from new.is_public) execute function publish_parts_of_experiment();

create function protect_part_of_experiment(part regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s add column is_public boolean not null default false', part);
  -- Rows that stay as they were written stay so for the application; this is the one time their place is told.
  execute format('alter table %s disable trigger user', part);
  execute format('update %s set is_public = true where experiment_id in (select id from experiments where is_public)', part);
  execute format('alter table %s enable trigger user', part);
  execute format('create trigger published_with_experiment before insert or update of experiment_id on %s
    for each row execute function publish_with_experiment()', part);
  perform protect_writes(part);
end $$;

select protect_writes('experiments');
select protect_part_of_experiment('experiment_leaves');
select protect_part_of_experiment('experiment_stages');
select protect_part_of_experiment('experiment_departures');
select protect_part_of_experiment('diary_entries');
select protect_part_of_experiment('measurement_imports');
select protect_part_of_experiment('observations');
select protect_part_of_experiment('effort_entries');
select protect_part_of_experiment('findings');
select protect_part_of_experiment('decisions');
select protect_part_of_experiment('embeddings');
select protect_part_of_experiment('checks');
select protect_part_of_experiment('lessons');

-- Ideas are public. Residents tell them too; whoever told one may still change it, colleagues answer it.
select protect_rows('ideas', 'true', 'municipality_code = any (acting_workplaces()) or
  (told_by = acting_person() and municipality_code = any (acting_municipalities()))');

-- Time and place of a pondering, and who offered hours: for colleagues, whoever offered, whoever told the idea.
create function takes_part_in_pondering(asked_idea uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select exists (select from ideas where id = asked_idea
      and (municipality_code = any (acting_workplaces()) or told_by = acting_person()))
    or exists (select from hour_offers where idea_id = asked_idea and person_id = acting_person())
$$;
select protect_rows('hour_offers', 'person_id = acting_person() or takes_part_in_pondering(idea_id)',
  'person_id = acting_person() and municipality_code = any (acting_workplaces())');
select protect_rows('ponderings', 'takes_part_in_pondering(idea_id)', 'municipality_code = any (acting_workplaces())');
select protect_rows('pondering_hours', 'municipality_code = any (acting_workplaces())',
  'municipality_code = any (acting_workplaces())');

-- What everybody may know of ponderings: what the ideas have cost so far, and how far they have come.
create function cost_of_ideas(asked_ideas uuid[])
returns table (idea_id uuid, hours numeric, people bigint, euros numeric)
language sql stable security definer set search_path = public, pg_temp as $$
  select held.idea_id, coalesce(sum(used.hours), 0), coalesce(sum(used.people), 0)::bigint, sum(held.euros)
  from (select p.idea_id, sum(p.euros) as euros, array_agg(p.id) as ids
      from ponderings p where p.idea_id = any (asked_ideas) and p.held_on is not null group by p.idea_id) as held
    left join lateral (select sum(h.hours) as hours, count(distinct h.person_id) + count(h.role_words) as people
      from pondering_hours h where h.pondering_id = any (held.ids)) as used on true
  group by held.idea_id
$$;
create function offered_for_idea(asked_idea uuid, out hours numeric, out people bigint, out pondering_agreed boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(sum(o.hours), 0), count(*),
    exists (select from ponderings p where p.idea_id = asked_idea and p.held_on is null)
  from hour_offers o where o.idea_id = asked_idea
$$;

-- The search index holds only what is public; it is written by those who may write the record.
select protect_rows('search_documents', 'true', 'municipality_code is null or acting_for_office()
  or municipality_code = any (acting_workplaces()) or municipality_code = any (acting_municipalities())');

-- Who is known to whom. A row of `persons` holds an address and how somebody stands with the service: it is read by the
-- person, by the system, and by those who look after memberships that the person holds or asks for. Everybody else gets a
-- name at most, by an id they have met, and only where work or the person's own word gives a reason.

-- Does the acting person look after memberships of this one? The programme office after all of them.
create function acting_looks_after(holder uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from public.memberships_in_force(public.acting_person(), (now() at time zone 'Europe/Helsinki')::date) as mine
    where (mine.role = 'office' or (mine.role = 'administrator' and mine.municipality_code is not null))
      and exists (
        select from public.memberships as theirs
        where theirs.person_id = holder and theirs.ended_at is null
          and (mine.role = 'office' or theirs.municipality_code = mine.municipality_code)
        union all
        select from public.membership_requests as asked
        where asked.person_id = holder and asked.decided_at is null
          and (mine.role = 'office' or asked.municipality_code = mine.municipality_code)))
$$;
revoke all on function acting_looks_after(uuid) from public;
grant execute on function acting_looks_after(uuid) to uskalla_app;

drop policy reading on persons;
create policy reading on persons for select to uskalla_app
  using (acting_as_system() or id = acting_person() or acting_looks_after(id));
-- Since when somebody is known, and whether they are made up, is never changed.
revoke update on persons from uskalla_app;
grant update (email, name, lang, erased_at, warned_at) on persons to uskalla_app;

-- Names by id: one's own; of those who belong or once belonged where one works; of those who take part in a pondering that
-- one takes part in; of those whose lines of the log one may read; of those who agreed to being named. The programme office
-- may know everybody's. Unknown and forgotten people, and those whose name is none of the asker's business, are left out.
create function names_of_people(asked uuid[]) returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name from persons as p
  where p.id = any (asked) and p.erased_at is null and (
    acting_as_system() or acting_for_office() or p.id = acting_person()
    or exists (select from memberships as m
      where m.person_id = p.id and m.municipality_code = any (acting_workplaces()))
    or agreed_to_be_named(p.id)
    or (acting_person() is not null and (
      exists (select from hour_offers as o where o.person_id = p.id and takes_part_in_pondering(o.idea_id))
      or exists (select from ideas as i where i.told_by = p.id and takes_part_in_pondering(i.id))
      or exists (select from log_entries as l where l.person_id = p.id and l.chain = any (readable_chains())))))
$$;
revoke all on function names_of_people(uuid[]) from public;
grant execute on function names_of_people(uuid[]) to uskalla_app;

-- Who leads a municipality is public there; how to write to them is not.
create function leaders_of(code text, day date) returns table (id uuid, name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct p.id, p.name
  from public.memberships as m join public.persons as p on p.id = m.person_id
  where m.municipality_code = code and m.role = 'leader' and m.ended_at is null and p.erased_at is null
    and coalesce(m.valid_from, '-infinity') <= day and coalesce(m.valid_until, 'infinity') >= day
  order by p.name, p.id
$$;
revoke all on function leaders_of(text, date) from public;
grant execute on function leaders_of(text, date) to uskalla_app;

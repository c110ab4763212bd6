-- The second barrier of membership: who may read invitations and requests, and who may give and end memberships.

-- Is the acting person an administrator of the municipality, or of the programme office? Without a code: the office only.
create function acting_administers(code text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from public.memberships as m
    where m.person_id = public.acting_person()
      and m.ended_at is null
      and coalesce(m.valid_from, '-infinity') <= (now() at time zone 'Europe/Helsinki')::date
      and coalesce(m.valid_until, 'infinity') >= (now() at time zone 'Europe/Helsinki')::date
      and (m.role = 'office' or (m.role = 'administrator' and m.municipality_code = code)))
$$;
create function acting_email() returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.email from public.persons as p where p.id = public.acting_person()
$$;
-- Has the acting person an open invitation to exactly this?
create function acting_is_invited(code text, organisation uuid, wanted_role text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from public.invitations as i
    where i.email = public.acting_email()
      and i.municipality_code is not distinct from code
      and i.organisation_id is not distinct from organisation
      and i.role = wanted_role
      and i.withdrawn_at is null and i.accepted_at is null)
$$;
-- What a person may do on a day, asked before it is known who acts: this is how that becomes known.
create function memberships_in_force(holder uuid, day date)
returns table (municipality_code text, organisation_id uuid, role text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.municipality_code, m.organisation_id, m.role
  from public.memberships as m
  where m.person_id = holder and m.ended_at is null
    and coalesce(m.valid_from, '-infinity') <= day and coalesce(m.valid_until, 'infinity') >= day
  order by m.role, m.municipality_code
$$;
revoke all on function acting_administers(text), acting_email(), acting_is_invited(text, uuid, text), memberships_in_force(uuid, date) from public;
grant execute on function acting_administers(text), acting_email(), acting_is_invited(text, uuid, text), memberships_in_force(uuid, date) to uskalla_app;

grant select, insert, update, delete on memberships, invitations, membership_requests, municipality_domains, municipality_details to uskalla_app;
grant select, insert, update on organisations to uskalla_app;

do $$
declare earlier name;
begin
  for earlier in select polname from pg_policy where polrelid = 'memberships'::regclass loop
    execute format('drop policy %I on memberships', earlier);
  end loop;
end $$;
alter table memberships enable row level security;
-- Who leads a municipality and who its ambassadors are is public; everything else is for the member and the administrators.
create policy membership_reading on memberships for select to uskalla_app using (
  acting_as_system() or person_id = acting_person() or role in ('ambassador', 'leader') or acting_administers(municipality_code));
create policy membership_giving on memberships for insert to uskalla_app with check (
  acting_as_system() or acting_administers(municipality_code)
  or (person_id = acting_person()
    and ((role = 'resident' and organisation_id is null) or acting_is_invited(municipality_code, organisation_id, role))));
-- One's own membership can be ended and not widened.
create policy membership_changing on memberships for update to uskalla_app
  using (acting_as_system() or acting_administers(municipality_code) or person_id = acting_person())
  with check (acting_as_system() or acting_administers(municipality_code)
    or (person_id = acting_person() and ended_at is not null));
create policy membership_removing on memberships for delete to uskalla_app
  using (acting_as_system() or person_id = acting_person());

alter table invitations enable row level security;
create policy invitation_reading on invitations for select to uskalla_app
  using (acting_as_system() or acting_administers(municipality_code) or email = acting_email());
create policy invitation_sending on invitations for insert to uskalla_app
  with check (acting_as_system() or acting_administers(municipality_code));
create policy invitation_changing on invitations for update to uskalla_app
  using (acting_as_system() or acting_administers(municipality_code) or email = acting_email())
  with check (acting_as_system() or acting_administers(municipality_code)
    or (email = acting_email() and accepted_by = acting_person()));
create policy invitation_removing on invitations for delete to uskalla_app using (acting_as_system());

alter table membership_requests enable row level security;
create policy request_reading on membership_requests for select to uskalla_app
  using (acting_as_system() or acting_administers(municipality_code) or person_id = acting_person());
create policy request_asking on membership_requests for insert to uskalla_app
  with check (acting_as_system() or (person_id = acting_person() and decided_at is null));
create policy request_answering on membership_requests for update to uskalla_app
  using (acting_as_system() or acting_administers(municipality_code))
  with check (acting_as_system() or acting_administers(municipality_code));
create policy request_removing on membership_requests for delete to uskalla_app
  using (acting_as_system() or (person_id = acting_person() and decided_at is null));

alter table municipality_domains enable row level security;
create policy domain_reading on municipality_domains for select to uskalla_app using (true);
create policy domain_adding on municipality_domains for insert to uskalla_app
  with check (acting_as_system() or acting_administers(municipality_code));
-- Confirming is the programme office's.
create policy domain_confirming on municipality_domains for update to uskalla_app
  using (acting_as_system() or acting_administers(null)) with check (acting_as_system() or acting_administers(null));
create policy domain_removing on municipality_domains for delete to uskalla_app
  using (acting_as_system() or acting_administers(municipality_code));

alter table municipality_details enable row level security;
create policy details_reading on municipality_details for select to uskalla_app using (true);
create policy details_adding on municipality_details for insert to uskalla_app
  with check (acting_as_system() or acting_administers(municipality_code));
create policy details_changing on municipality_details for update to uskalla_app
  using (acting_as_system() or acting_administers(municipality_code))
  with check (acting_as_system() or acting_administers(municipality_code));

alter table organisations enable row level security;
create policy organisation_reading on organisations for select to uskalla_app using (true);
create policy organisation_adding on organisations for insert to uskalla_app
  with check (acting_as_system() or acting_administers(null));
create policy organisation_changing on organisations for update to uskalla_app
  using (acting_as_system() or acting_administers(null)) with check (acting_as_system() or acting_administers(null));

-- Owned and forced: not even the owner's session reads past these rules unnoticed; its functions and migrations may.
do $$
declare guarded regclass;
begin
  foreach guarded in array array['memberships', 'invitations', 'membership_requests', 'municipality_domains', 'municipality_details', 'organisations']::regclass[] loop
    execute format('alter table %s force row level security', guarded);
    execute format('create policy owner_works on %s to current_user using (true) with check (true)', guarded);
  end loop;
end $$;

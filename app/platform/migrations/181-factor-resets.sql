-- A lost second factor: somebody who looks after the person's memberships asks, after meeting or phoning them, that passkeys
-- and recovery codes be taken away. It waits, the person is told, and coming in with the factor that was said to be lost
-- stops it.
create table second_factor_resets (
  id uuid primary key,
  person_id uuid not null references persons (id),
  -- Whose administration asked; null where the membership is in no municipality.
  municipality_code text references municipalities (code),
  asked_by uuid not null references persons (id),
  asked_at timestamptz not null,
  -- How it was made sure who asks.
  confirmed_how text not null check (confirmed_how in ('in_person', 'phone')),
  takes_effect_at timestamptz not null,
  stopped_at timestamptz,
  stopped_by uuid references persons (id),
  done_at timestamptz,
  check (takes_effect_at > asked_at),
  check (num_nonnulls(stopped_at, done_at) < 2),
  check (asked_by <> person_id)
);
create unique index one_reset_at_a_time on second_factor_resets (person_id) where stopped_at is null and done_at is null;
create index resets_of_person on second_factor_resets (person_id, asked_at);

-- May the acting person ask it for this one? Never for oneself. An administrator only for those who act for others nowhere
-- else: whoever decides in another municipality or at the programme office is helped by the programme office.
create function acting_may_reset(holder uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select holder <> public.acting_person() and exists (
    select from public.memberships_in_force(public.acting_person(), (now() at time zone 'Europe/Helsinki')::date) as mine
    where mine.role = 'office' or (mine.role = 'administrator'
      and exists (select from public.memberships as theirs where theirs.person_id = holder and theirs.ended_at is null
        and theirs.municipality_code = mine.municipality_code)
      and not exists (select from public.memberships as theirs where theirs.person_id = holder and theirs.ended_at is null
        and theirs.role in ('office', 'leader', 'administrator')
        and theirs.municipality_code is distinct from mine.municipality_code)))
$$;
revoke all on function acting_may_reset(uuid) from public;
grant execute on function acting_may_reset(uuid) to uskalla_app;

-- Whoever may ask may stop what another of them has asked; the person may stop it too.
select protect_rows('second_factor_resets', 'person_id = acting_person() or acting_looks_after(person_id)',
  'acting_may_reset(person_id)');
drop policy adding on second_factor_resets;
create policy adding on second_factor_resets for insert to uskalla_app with check (
  acting_as_system() or (acting_may_reset(person_id) and asked_by = acting_person() and done_at is null and stopped_at is null));
drop policy removing on second_factor_resets;
create policy removing on second_factor_resets for delete to uskalla_app using (acting_as_system());

-- What a person may do with what is held of them: fetch, correct, agree to, have forgotten.

-- A person who is forgotten leaves a row without name and address: records of the municipality point to it.
alter table persons
  alter column email drop not null,
  add column erased_at timestamptz,
  -- When the person was told that the unused account will be forgotten.
  add column warned_at timestamptz,
  add constraint erased_persons_are_unnamed check (erased_at is null or (name = '' and email is null));

-- The right to fetch one's own data once. The archive itself is made when it is fetched and lies nowhere.
create table own_data_links (
  token_hash text primary key,
  person_id uuid not null references persons (id),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
select protect_rows('own_data_links', 'person_id = acting_person()', 'person_id = acting_person()');

-- A new address counts once somebody who reads its mail has confirmed it.
create table email_changes (
  token_hash text primary key,
  person_id uuid not null references persons (id),
  new_email text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null
);
select protect_rows('email_changes', 'person_id = acting_person()', 'person_id = acting_person()');

-- Each yes and each no to a purpose; the newest holds. Given and withdrawn, never changed.
create table consents (
  id uuid primary key,
  person_id uuid not null references persons (id),
  purpose text not null check (purpose in ('named_author', 'monthly_letter')),
  given boolean not null,
  -- Which wording of the question was answered.
  wording text not null,
  at timestamptz not null
);
create index consents_by_person on consents (person_id, purpose, at desc);
select protect_rows('consents', 'person_id = acting_person()', 'person_id = acting_person()');
create function refuse_consent_change() returns trigger language plpgsql as
  $$ begin raise exception 'what was answered stays as it was'; end $$;
create trigger consents_stay before update on consents for each row execute function refuse_consent_change();

-- What everybody may know: whether a person has agreed to being named beside what they told.
create function agreed_to_be_named(asked_person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce((select c.given from public.consents as c
    where c.person_id = asked_person and c.purpose = 'named_author' order by c.at desc, c.id desc limit 1), false)
$$;
revoke all on function agreed_to_be_named(uuid) from public;
grant execute on function agreed_to_be_named(uuid) to uskalla_app;

-- What each night's tidying took away.
create table retention_runs (
  id uuid primary key,
  at timestamptz not null,
  -- Rows removed, by rule.
  removed jsonb not null
);
create index retention_runs_by_age on retention_runs (at);
select protect_rows('retention_runs', 'acting_for_office()', 'false');

-- Takes letters out of the queue whose last failure names an address or a name. The queue's tables are the owner's.
create function forget_failed_letters(address text, person_name text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select graphile_worker.complete_jobs(array(
    select id from graphile_worker.jobs
    where task_identifier = 'send-mail' and locked_at is null
      and ((address <> '' and strpos(lower(last_error), lower(address)) > 0) or (person_name <> '' and strpos(last_error, person_name) > 0))))
$$;
revoke all on function forget_failed_letters(text, text) from public;
grant execute on function forget_failed_letters(text, text) to uskalla_app;

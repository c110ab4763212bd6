-- How people come in: sessions that know by what they were opened, links bound to the browser that asked, passkeys,
-- recovery codes and accounts of organisations. Looking somebody up happens before it is known who acts, so all of it is
-- read and written by the system; a person reads what is theirs.

-- Whoever comes by the account of an organisation has no address until one is confirmed by a letter.
alter table persons alter column email drop not null;

-- Sessions from before know too little of themselves: everybody signs in once more.
delete from sessions;
alter table sessions
  add column id uuid not null unique,
  add column strength text not null check (strength in ('link', 'link-and-code', 'passkey', 'oidc', 'trial')),
  -- Whether more than one factor stands behind it.
  add column several_factors boolean not null,
  -- Family and system of the browser, such as 'Firefox, Linux'; empty where it did not tell.
  add column browser text not null,
  -- By the clock of the database, whatever the application's shows.
  add column begun_at timestamptz not null default now();

delete from sign_in_links;
alter table sign_in_links
  -- Mark of the browser that asked, and the network it asked from.
  add column browser text not null,
  add column network text not null,
  add column code_hash text not null,
  add column wrong_codes integer not null default 0,
  -- False when a limit was reached: nothing was sent, and the row only counts.
  add column sent boolean not null,
  add column asked_at timestamptz not null,
  add column made_at timestamptz not null default now();
create index sign_in_links_by_email on sign_in_links (email, asked_at);
create index sign_in_links_by_network on sign_in_links (network, asked_at);
create index sign_in_links_by_browser on sign_in_links (browser, asked_at);
create index sign_in_links_by_age on sign_in_links (asked_at);

create table passkeys (
  id uuid primary key,
  person_id uuid not null references persons (id),
  credential_id text not null unique,
  public_key bytea not null,
  -- The highest count of uses that the device has told; 0 for devices that do not count.
  counter bigint not null,
  transports text[] not null,
  name text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  version integer not null default 1
);
create index passkeys_by_person on passkeys (person_id, made_at);
-- Challenges are signed, not stored; this is what makes each count once.
create table used_challenges (
  challenge_hash text primary key,
  used_at timestamptz not null default now()
);
create index used_challenges_by_age on used_challenges (used_at);
create table challenge_key (
  only_row boolean primary key default true check (only_row),
  key text not null
);
insert into challenge_key (key) values (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));

create table recovery_code_sets (
  person_id uuid primary key references persons (id),
  salt text not null,
  made_at timestamptz not null,
  wrong_tries integer not null default 0,
  wrong_at timestamptz
);
create table recovery_codes (
  person_id uuid not null references recovery_code_sets (person_id) on delete cascade,
  code_hash text not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);

-- Found by issuer and subject and by nothing else: an address that a provider tells proves nothing here.
create table organisation_accounts (
  issuer text not null,
  subject text not null,
  person_id uuid not null references persons (id),
  linked_at timestamptz not null,
  used_at timestamptz not null,
  primary key (issuer, subject)
);
create index organisation_accounts_by_person on organisation_accounts (person_id);
-- One way to a provider and back. No token is kept.
create table organisation_sign_ins (
  id uuid primary key,
  state_hash text not null unique,
  browser text not null,
  provider text not null,
  address text not null,
  verifier text not null,
  nonce text not null,
  next_path text,
  -- Set when somebody who has signed in joins the account to their own.
  person_id uuid references persons (id),
  expires_at timestamptz not null,
  used_at timestamptz,
  made_at timestamptz not null default now()
);
create index organisation_sign_ins_by_age on organisation_sign_ins (made_at);

select protect_rows('sessions', 'person_id = acting_person()', 'person_id = acting_person()');
select protect_rows('sign_in_links', 'false', 'false');
select protect_rows('passkeys', 'person_id = acting_person()', 'person_id = acting_person()');
select protect_rows('used_challenges', 'false', 'false');
select protect_rows('recovery_code_sets', 'person_id = acting_person()', 'person_id = acting_person()');
select protect_rows('recovery_codes', 'person_id = acting_person()', 'person_id = acting_person()');
select protect_rows('organisation_accounts', 'person_id = acting_person()', 'person_id = acting_person()');
select protect_rows('organisation_sign_ins', 'false', 'false');
grant select on challenge_key to uskalla_app;

-- Whose session a token opens, before anybody acts. Nothing comes out without the token.
create function session_of(asked_hash text, present timestamptz, longest interval)
returns table (id uuid, strength text, several_factors boolean, created_at timestamptz, last_seen_at timestamptz,
  person_id uuid, email text, name text, lang text, is_example boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.strength, s.several_factors, s.created_at, s.last_seen_at, p.id, p.email, p.name, p.lang, p.is_example
  from public.sessions as s join public.persons as p on p.id = s.person_id
  where s.token_hash = asked_hash and s.expires_at > present and s.created_at > present - longest
    and s.begun_at > now() - longest
$$;
create function session_seen(asked_hash text, present timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.sessions set last_seen_at = greatest(last_seen_at, present) where token_hash = asked_hash
$$;
revoke all on function session_of(text, timestamptz, interval), session_seen(text, timestamptz) from public;
grant execute on function session_of(text, timestamptz, interval), session_seen(text, timestamptz) to uskalla_app;

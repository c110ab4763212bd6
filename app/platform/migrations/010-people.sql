-- People, where they belong, and how they come in.
create table persons (
  id uuid primary key,
  email text not null unique,
  name text not null,
  lang text not null check (lang in ('fi', 'sv', 'en')),
  -- Made-up people of the trial environment; anyone may try the service as one of them there.
  is_example boolean not null default false,
  created_at timestamptz not null
);
create table memberships (
  person_id uuid not null references persons (id),
  municipality_code text,
  role text not null check (role in ('resident', 'employee', 'ambassador', 'leader', 'administrator', 'office', 'researcher')),
  unique nulls not distinct (person_id, municipality_code, role)
);
create table sessions (
  token_hash text primary key,
  person_id uuid not null references persons (id),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_by_person on sessions (person_id);
create table sign_in_links (
  token_hash text primary key,
  email text not null,
  lang text not null,
  next_path text,
  expires_at timestamptz not null,
  used_at timestamptz
);
grant select, insert, update on persons to uskalla_app;
grant select, insert, delete on memberships to uskalla_app;
grant select, insert, update, delete on sessions, sign_in_links to uskalla_app;

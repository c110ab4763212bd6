-- Organisations, memberships with their dates, and the ways to become a member.

create table organisations (
  id uuid primary key,
  kind text not null check (kind in ('joint_authority', 'association', 'programme_office', 'research_institute')),
  name_fi text not null,
  name_sv text,
  name_en text,
  version integer not null default 1,
  created_at timestamptz not null,
  ended_at timestamptz
);
-- Whoever has the role 'office' belongs here.
insert into organisations (id, kind, name_fi, name_sv, name_en, created_at)
values ('01900000-0000-7000-8000-0000000000ff', 'programme_office', 'Ohjelmatoimisto', 'Programkansliet', 'Programme office', now());

-- A membership that has ended stays: what its holder decided must be understood later.
alter table memberships
  add column id uuid primary key default gen_random_uuid(),
  add column organisation_id uuid references organisations (id),
  -- First and last day in Finland; null means that the beginning is not known, or that no end is.
  add column valid_from date,
  add column valid_until date,
  -- Ended before its last day, by the member or by an administrator.
  add column ended_at timestamptz,
  add column version integer not null default 1,
  add check (municipality_code is null or organisation_id is null),
  drop constraint memberships_person_id_municipality_code_role_key;
update memberships set organisation_id = '01900000-0000-7000-8000-0000000000ff' where role = 'office';
create unique index memberships_once on memberships (person_id, municipality_code, organisation_id, role)
  nulls not distinct where ended_at is null;
create index memberships_by_person on memberships (person_id);
create index memberships_by_municipality on memberships (municipality_code, role) where ended_at is null;
create index memberships_by_organisation on memberships (organisation_id) where organisation_id is not null;

create table invitations (
  id uuid primary key,
  municipality_code text references municipalities (code),
  organisation_id uuid references organisations (id),
  email text not null,
  role text not null,
  -- Last day of the membership that the invitation gives.
  valid_until date,
  lang text not null check (lang in ('fi', 'sv', 'en')),
  invited_by uuid references persons (id),
  invited_at timestamptz not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references persons (id),
  withdrawn_at timestamptz,
  check (num_nonnulls(municipality_code, organisation_id) = 1)
);
create index invitations_by_municipality on invitations (municipality_code, invited_at);
create index invitations_by_organisation on invitations (organisation_id) where organisation_id is not null;
create index invitations_by_email on invitations (email);

create table membership_requests (
  id uuid primary key,
  person_id uuid not null references persons (id),
  municipality_code text not null references municipalities (code),
  asked_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references persons (id),
  approved boolean,
  check ((decided_at is null) = (approved is null))
);
create unique index membership_requests_open on membership_requests (person_id, municipality_code) where decided_at is null;
create index membership_requests_by_municipality on membership_requests (municipality_code, asked_at);

-- E-mail domains of a municipality in their ASCII form. An unconfirmed one lets nobody in.
create table municipality_domains (
  domain text primary key check (domain ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$'),
  municipality_code text not null references municipalities (code),
  added_by uuid references persons (id),
  added_at timestamptz not null,
  confirmed_at timestamptz,
  confirmed_by uuid references persons (id)
);
create index municipality_domains_by_municipality on municipality_domains (municipality_code);

-- What a municipality says of itself, and whom to ask about personal data.
create table municipality_details (
  municipality_code text primary key references municipalities (code),
  words_fi text,
  words_sv text,
  words_en text,
  contact_name text,
  contact_email text,
  contact_phone text,
  contact_url text,
  version integer not null default 1,
  updated_at timestamptz not null
);

-- One picture that a municipality shows of itself: made anew from what was sent, kept in the database so that a backup holds
-- it and an erasure reaches it. Its address names the hash of its content.
create table municipality_pictures (
  municipality_code text primary key references municipalities (code),
  -- By which it is reported.
  id uuid not null unique,
  content bytea not null check (octet_length(content) < 3000000),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  width integer not null,
  height integer not null,
  -- What is in it, for whoever does not see it, and whose it is and how it may be used; in the language of whoever wrote.
  description text not null,
  source text not null,
  lang text not null check (lang in ('fi', 'sv', 'en')),
  saved_by uuid not null references persons (id),
  saved_at timestamptz not null,
  version integer not null default 1,
  hidden_at timestamptz,
  hidden_because text check (hidden_because in ('personal_data', 'insult', 'threat', 'advertising', 'rights', 'law')),
  check ((hidden_at is null) = (hidden_because is null))
);
select protect_rows('municipality_pictures', 'hidden_at is null or acting_administers(municipality_code)',
  'acting_administers(municipality_code)');

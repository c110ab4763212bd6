-- What moderators have hidden stays hidden when it is taken away and put back. A hidden picture keeps its row, and with it the
-- fingerprints by which it is known again, while another one stands in its place or none does.
alter table municipality_pictures
  -- The file as it was sent; unknown for pictures from before this was kept.
  add column sent_hash text check (sent_hash ~ '^[0-9a-f]{64}$'),
  -- Since when it is no longer the municipality's picture; only hidden ones are kept then.
  add column taken_away_at timestamptz,
  -- The hidden picture whose place it took, until the programme office has looked at it.
  add column in_place_of uuid,
  alter column content drop not null,
  drop constraint municipality_pictures_pkey,
  drop constraint municipality_pictures_id_key,
  add primary key (id),
  add foreign key (in_place_of) references municipality_pictures (id) on delete set null,
  add check (taken_away_at is null or hidden_at is not null),
  add check (taken_away_at is not null or content is not null);
create unique index one_picture_of_a_municipality on municipality_pictures (municipality_code) where taken_away_at is null;
create index pictures_taken_away on municipality_pictures (municipality_code) where taken_away_at is not null;
create index pictures_in_place_of_hidden on municipality_pictures (in_place_of) where in_place_of is not null;

-- Fingerprints of own words as they were hidden. One goes when moderators show exactly these words again.
create table hidden_own_words (
  municipality_code text not null references municipalities (code),
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  hidden_at timestamptz not null,
  hidden_because text not null check (hidden_because in ('personal_data', 'insult', 'threat', 'advertising', 'rights', 'law')),
  primary key (municipality_code, fingerprint)
);
-- Whoever writes the words is told that they were hidden before; only moderators add and remove.
select protect_rows('hidden_own_words', 'acting_administers(municipality_code)', 'false');

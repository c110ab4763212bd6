-- Which letters have been taken, so that one delivered twice is stored once, and so that no letters go in circles. What
-- they said is not here: it became a reading or an entry of the diary, or nothing.
create table received_letters (
  -- SHA-256 of the Message-ID and the address it came to.
  fingerprint text primary key check (fingerprint ~ '^[0-9a-f]{64}$'),
  person_id uuid not null references persons (id),
  question_id uuid not null,
  -- The day in Finland.
  day date not null,
  received_at timestamptz not null,
  became text not null check (became in ('readings', 'diary', 'nothing'))
);
create index received_letters_of_person on received_letters (person_id, day);
create index received_letters_by_age on received_letters (received_at);
select protect_rows('received_letters', 'person_id = acting_person()', 'person_id = acting_person()');

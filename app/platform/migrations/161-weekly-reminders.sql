-- One reminder a person and week, whatever crashes or runs twice: the row is written together with the letter.
create table weekly_reminders (
  id uuid primary key,
  person_id uuid not null references persons (id),
  -- The Monday of the week in Finland.
  week date not null check (extract(isodow from week) = 1),
  queued_at timestamptz not null,
  unique (person_id, week)
);
create index weekly_reminders_by_age on weekly_reminders (queued_at);

-- What a reminder asked: one row a measure. Links and reply addresses name the row and are signed over what it says.
create table reminder_questions (
  id uuid primary key,
  reminder_id uuid not null references weekly_reminders (id) on delete cascade,
  promise_id uuid not null references log_promises (id) on delete cascade,
  person_id uuid not null references persons (id),
  experiment_id uuid not null references experiments (id),
  municipality_code text not null references municipalities (code),
  measure_id uuid not null,
  week date not null,
  asked_at timestamptz not null,
  -- The link in the letter counts until the next reminder, the reply address for four weeks.
  link_until timestamptz not null,
  reply_until timestamptz not null check (reply_until <= asked_at + interval '35 days'),
  answered_at timestamptz,
  -- The reading that was made by the link.
  reading_id uuid,
  version integer not null default 1
);
create index reminder_questions_by_reminder on reminder_questions (reminder_id);
create index reminder_questions_by_promise on reminder_questions (promise_id);
create index reminder_questions_by_age on reminder_questions (asked_at);

-- Who wants no reminders. Their promises stand all the same.
create table reminder_stops (
  person_id uuid primary key references persons (id),
  stopped_at timestamptz not null
);

select protect_rows('reminder_stops', 'person_id = acting_person()', 'person_id = acting_person()');
select protect_rows('weekly_reminders', 'person_id = acting_person()', 'false');
select protect_rows('reminder_questions', 'person_id = acting_person()',
  'person_id = acting_person() and municipality_code = any (acting_workplaces())');

-- The key by which links and reply addresses are signed; only the system reads it.
create table answer_key (
  only_row boolean primary key default true check (only_row),
  key text not null
);
insert into answer_key (key) values (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));
select protect_rows('answer_key', 'false', 'false');
revoke insert, update, delete on answer_key from uskalla_app;

-- Where an answer to a letter goes; where its reader can stop letters of the kind (RFC 8058); and for an answer to a
-- letter that was received, its Message-ID, empty where it had none.
alter table mails add column reply_to text, add column unsubscribe_url text, add column in_reply_to text;

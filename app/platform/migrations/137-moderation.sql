-- Reports of texts, hidings with their reasons, appeals.

create sequence report_numbers;
grant usage on sequence report_numbers to uskalla_app;

create table reports (
  id uuid primary key,
  -- What the reporter gets to know the report by.
  number bigint not null unique,
  kind text not null,
  record_id uuid not null,
  municipality_code text not null references municipalities (code),
  reason text not null check (reason in ('personal_data', 'insult', 'threat', 'advertising', 'rights', 'law', 'other')),
  words text not null,
  -- Where to tell the outcome; emptied when it has been told. Nobody is shown it.
  reporter_email text,
  lang text not null check (lang in ('fi', 'sv', 'en')),
  at timestamptz not null,
  closed_at timestamptz,
  outcome text check (outcome in ('hidden', 'kept')),
  check ((closed_at is null) = (outcome is null)),
  check (closed_at is null or reporter_email is null)
);
create index reports_open on reports (municipality_code, at) where closed_at is null;
create index reports_of_text on reports (kind, record_id);

create table hidings (
  id uuid primary key,
  kind text not null,
  record_id uuid not null,
  municipality_code text not null references municipalities (code),
  because text not null check (because in ('personal_data', 'insult', 'threat', 'advertising', 'rights', 'law')),
  -- To the writer.
  words text not null,
  hidden_by uuid not null references persons (id),
  hidden_at timestamptz not null,
  writer_id uuid references persons (id),
  ended_at timestamptz,
  ended_by uuid references persons (id),
  ended_words text,
  check ((ended_at is null) = (ended_by is null))
);
create unique index one_hiding_at_a_time on hidings (kind, record_id) where ended_at is null;
create index hidings_open on hidings (municipality_code, hidden_at) where ended_at is null;
create index hidings_by_writer on hidings (writer_id);

create table appeals (
  id uuid primary key,
  -- One appeal against a hiding; its answer is final here.
  hiding_id uuid not null unique references hidings (id),
  municipality_code text not null references municipalities (code),
  person_id uuid not null references persons (id),
  words text not null,
  at timestamptz not null,
  outcome text check (outcome in ('restored', 'stays')),
  answered_by uuid references persons (id),
  answered_at timestamptz,
  answer text,
  check (num_nulls(outcome, answered_by, answered_at, answer) in (0, 4))
);
create index appeals_open on appeals (at) where outcome is null;

-- Whoever looks after the municipality reads and answers; a stranger may only send.
select protect_rows('reports', 'acting_administers(municipality_code)', 'acting_administers(municipality_code)');
create policy reporting on reports for insert to uskalla_app with check (closed_at is null);
select protect_rows('hidings', 'acting_administers(municipality_code) or writer_id = acting_person()', 'acting_administers(municipality_code)');
-- The programme office answers appeals; the writer makes one and reads the answer.
select protect_rows('appeals', 'acting_for_office() or person_id = acting_person()', 'acting_for_office()');
create policy appealing on appeals for insert to uskalla_app with check (
  person_id = acting_person() and outcome is null
  and exists (select from hidings where hidings.id = hiding_id and writer_id = acting_person() and ended_at is null));

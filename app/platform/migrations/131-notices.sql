-- Feedback on accessibility: anybody sends it, the programme office answers it within 14 days.
create table accessibility_feedback (
  id uuid primary key,
  case_number bigint generated always as identity unique,
  received_at timestamptz not null,
  due_on date not null,
  lang text not null check (lang in ('fi', 'sv', 'en')),
  message text not null,
  page_address text,
  -- Where the answer goes, when the sender wants one.
  email text,
  answered_at timestamptz,
  answer text,
  answered_by uuid references persons (id),
  version integer not null default 1,
  check ((answered_at is null) = (answer is null))
);
create index accessibility_feedback_open on accessibility_feedback (due_on) where answered_at is null;
create index accessibility_feedback_by_age on accessibility_feedback (received_at);
select protect_rows('accessibility_feedback', 'acting_for_office()', 'acting_for_office()');

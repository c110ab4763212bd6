-- What was decided after the trial, where the thing lives now, and the checks at 6 and 12 months.

-- Decisions are added, never changed: a later one stands beside the earlier.
create table decisions (
  id uuid primary key,
  experiment_id uuid not null references experiments (id),
  municipality_code text not null references municipalities (code),
  kind text not null check (kind in ('continue', 'spread', 'adapt', 'stop')),
  reasons text not null,
  stop_reason text check (stop_reason in ('did_not_work', 'no_owner', 'law', 'money', 'people_left', 'overtaken', 'planned_end')),
  -- What the agreed rule proposed at that moment, and why another way was chosen.
  proposal text check (proposal in ('spread', 'adapt', 'stop')),
  against_proposal text,
  would_change text,
  decided_by uuid not null references persons (id),
  decided_on date not null,
  at timestamptz not null,
  version integer not null default 1,
  check ((kind = 'stop') = (stop_reason is not null))
);
create index decisions_by_experiment on decisions (experiment_id, at desc);
create function refuse_decision_change() returns trigger language plpgsql as
  $$ begin raise exception 'a decision stays as it was made'; end $$;
create trigger decisions_stay before update or delete on decisions
  for each row execute function refuse_decision_change();

create table embeddings (
  experiment_id uuid primary key references experiments (id),
  municipality_code text not null references municipalities (code),
  unit text not null,
  budget_line text,
  instruction text,
  owner text not null,
  -- Three ticks after Innokylä's test of an innovation; null where not told.
  in_practice boolean not null,
  something_new boolean not null,
  answers_problem boolean not null,
  updated_by uuid references persons (id),
  updated_at timestamptz not null,
  version integer not null default 1
);

create table checks (
  id uuid primary key,
  experiment_id uuid not null references experiments (id),
  municipality_code text not null references municipalities (code),
  decision_id uuid not null references decisions (id),
  months integer not null check (months in (6, 12)),
  due_on date not null,
  answer text check (answer in ('alive', 'changed', 'gone')),
  words text,
  answered_by uuid references persons (id),
  answered_on date,
  reminded_at timestamptz,
  -- A later decision makes the open checks of an earlier one needless.
  dropped boolean not null default false,
  version integer not null default 1,
  check ((answer is null) = (answered_on is null))
);
create index checks_by_experiment on checks (experiment_id, due_on);
create index checks_open on checks (due_on) where answer is null and not dropped;

select protect_writes('decisions');
select protect_writes('embeddings');
select protect_writes('checks');

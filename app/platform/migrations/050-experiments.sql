-- Experiments: the plan and its freezing, leave to start, stages, departures from the plan, the diary.
create table experiments (
  id uuid primary key,
  -- Empty only where a published experiment belonged to the whole country.
  municipality_code text references municipalities (code),
  idea_id uuid references ideas (id),
  parent_id uuid references experiments (id),
  responsible_person_id uuid references persons (id),
  created_by uuid references persons (id),
  origin text not null check (origin in ('own', 'published', 'example')),
  state text not null check (state in ('draft', 'awaiting_decision', 'planned', 'running', 'paused', 'learning', 'decided', 'ended', 'aborted')),
  outcome text check (outcome in ('spread', 'continued', 'changed', 'stopped', 'unknown')),
  title text not null,
  theme text,
  starts_on date,
  ends_on date,
  -- Years for lists and filters: from the dates of the plan, or what the source of a published experiment says.
  year_from integer,
  year_to integer,
  plan jsonb not null,
  -- How many times each page of the plan form has been saved: two people on different pages do not disturb each other.
  step_versions jsonb not null default '{}',
  frozen_at timestamptz,
  plan_fingerprint text,
  lane text check (lane in ('own_work', 'decision')),
  published jsonb,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- The order of lists, newest first: the last change, or the end of the last year a source tells of.
  listed_at timestamptz not null,
  is_public boolean not null generated always as (frozen_at is not null or origin = 'published') stored,
  check (municipality_code is not null or origin = 'published'),
  check ((origin = 'published') = (published is not null)),
  check ((frozen_at is null) = (plan_fingerprint is null)),
  check (plan_fingerprint ~ '^[0-9a-f]{64}$'),
  -- Nothing of ours runs without a frozen plan.
  check (origin = 'published' or frozen_at is not null or state in ('draft', 'awaiting_decision', 'planned'))
);
create index experiments_by_municipality on experiments (municipality_code, listed_at desc);
create index experiments_listed on experiments (is_public, listed_at desc, id);
create index experiments_by_parent on experiments (parent_id) where parent_id is not null;
create index experiments_by_idea on experiments (idea_id) where idea_id is not null;
create index experiments_by_responsible on experiments (responsible_person_id);

-- A frozen plan is never edited, by nobody: later changes are departures beside it.
create function keep_frozen_plan() returns trigger language plpgsql as $$
begin
  if old.frozen_at is null then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' then
    raise exception 'a frozen experiment stays visible';
  end if;
  if (new.plan, new.frozen_at, new.plan_fingerprint, new.title, new.theme, new.starts_on, new.ends_on, new.lane,
      new.municipality_code, new.idea_id, new.parent_id, new.origin)
    is distinct from
     (old.plan, old.frozen_at, old.plan_fingerprint, old.title, old.theme, old.starts_on, old.ends_on, old.lane,
      old.municipality_code, old.idea_id, old.parent_id, old.origin)
  then
    raise exception 'a frozen plan is not edited';
  end if;
  return new;
end $$;
create trigger experiments_keep_frozen_plan before update or delete on experiments
  for each row execute function keep_frozen_plan();

-- Leave asked of the leaders in the decision lane, and the answer: both stay.
create table experiment_leaves (
  id uuid primary key,
  experiment_id uuid not null references experiments (id),
  municipality_code text not null references municipalities (code),
  asked_by uuid references persons (id),
  asked_at timestamptz not null,
  asked_words text,
  -- Of the plan that leave was asked for: another plan needs another leave.
  plan_fingerprint text not null check (plan_fingerprint ~ '^[0-9a-f]{64}$'),
  answer text check (answer in ('given', 'sent_back', 'taken_back')),
  answered_by uuid references persons (id),
  answered_at timestamptz,
  reasons text,
  version integer not null default 1,
  check ((answer is null) = (answered_at is null))
);
create index experiment_leaves_by_experiment on experiment_leaves (experiment_id, asked_at);
create unique index experiment_leaves_one_open on experiment_leaves (experiment_id) where answer is null;

create table experiment_stages (
  id uuid primary key,
  experiment_id uuid not null references experiments (id),
  municipality_code text not null references municipalities (code),
  from_state text not null,
  to_state text not null,
  at timestamptz not null,
  person_id uuid references persons (id),
  reason text,
  version integer not null default 1
);
create index experiment_stages_by_experiment on experiment_stages (experiment_id, at);

create table experiment_departures (
  id uuid primary key,
  experiment_id uuid not null references experiments (id),
  municipality_code text not null references municipalities (code),
  day date not null,
  what text not null,
  why text not null,
  person_id uuid references persons (id),
  at timestamptz not null,
  version integer not null default 1
);
create index experiment_departures_by_experiment on experiment_departures (experiment_id, day);
create function refuse_departure_change() returns trigger language plpgsql as
  $$ begin raise exception 'a departure from a frozen plan stays as it was written'; end $$;
create trigger experiment_departures_stay before update or delete on experiment_departures
  for each row execute function refuse_departure_change();

create table diary_entries (
  id uuid primary key,
  experiment_id uuid not null references experiments (id),
  municipality_code text not null references municipalities (code),
  day date not null,
  -- Emptied when the entry is taken away, for example because it named somebody; that it was there stays.
  text text not null,
  person_id uuid references persons (id),
  at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid references persons (id),
  version integer not null default 1
);
create index diary_entries_by_experiment on diary_entries (experiment_id, day desc, at desc);

select protect_writes('experiments');
select protect_writes('experiment_leaves');
select protect_writes('experiment_stages');
select protect_writes('experiment_departures');
select protect_writes('diary_entries');

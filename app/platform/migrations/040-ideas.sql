-- Ideas and the hours that colleagues spend pondering them.
create table ideas (
  id uuid primary key,
  municipality_code text not null references municipalities (code),
  told_by uuid not null references persons (id),
  problem text not null,
  trial text not null,
  for_whom text not null,
  language text not null check (language in ('fi', 'sv', 'en')),
  state text not null check (state in ('new', 'pondering', 'will_be_tried', 'not_now', 'tried_elsewhere')),
  answer text,
  answered_at timestamptz,
  elsewhere_experiment_id uuid,
  elsewhere_url text,
  is_example boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index ideas_newest on ideas (created_at desc, id);
create index ideas_of_municipality on ideas (municipality_code, created_at desc);

-- Whoever offers belongs perhaps to another municipality: the row is theirs.
create table hour_offers (
  idea_id uuid not null references ideas (id),
  person_id uuid not null references persons (id),
  municipality_code text not null references municipalities (code),
  hours numeric(3, 1) not null check (hours between 0.5 and 8 and hours * 2 = floor(hours * 2)),
  offered_at timestamptz not null,
  primary key (idea_id, person_id)
);

create table ponderings (
  id uuid primary key,
  idea_id uuid not null references ideas (id),
  municipality_code text not null references municipalities (code),
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 15 and 480),
  place text,
  video_link text,
  -- Counts the changes of time or place: calendars replace the earlier entry by it.
  sequence integer not null default 0,
  held_on date,
  euros numeric(10, 2) not null default 0 check (euros >= 0),
  check (place is not null or video_link is not null or held_on is not null)
);
create unique index one_pondering_ahead on ponderings (idea_id) where held_on is null;

create table pondering_hours (
  pondering_id uuid not null references ponderings (id),
  municipality_code text not null references municipalities (code),
  -- A person of the service, or somebody else by role only.
  person_id uuid references persons (id),
  role_words text,
  hours numeric(4, 1) not null check (hours > 0 and hours <= 24)
);
create index pondering_hours_of on pondering_hours (pondering_id);

select protect_writes('ideas');
select protect_writes('hour_offers');
select protect_writes('ponderings');
select protect_writes('pondering_hours');

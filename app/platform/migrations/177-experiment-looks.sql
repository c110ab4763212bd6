-- Looks at the result along the way that the frozen plan agreed on: what the boundary said on the readings up to that day.
-- Each is taken once and stays, whatever is read or corrected later.
create table experiment_looks (
  experiment_id uuid not null references experiments (id),
  municipality_code text not null references municipalities (code),
  number integer not null check (number between 1 and 5),
  day date not null,
  looked_at timestamptz not null,
  data_fingerprint text not null check (data_fingerprint ~ '^[0-9a-f]{64}$'),
  readings integer not null,
  said text not null check (said in ('better', 'worse', 'not_yet', 'cannot_tell')),
  estimate double precision,
  -- The range that allows for looking; null where nothing bounds it.
  low double precision,
  high double precision,
  version integer not null default 1,
  primary key (experiment_id, number)
);
create function refuse_look_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - 'is_public') = (to_jsonb(old) - 'is_public') then
      return new;
    end if;
  end if;
  raise exception 'a look stays as it was taken';
end $$;
create trigger experiment_looks_stay before update or delete on experiment_looks
  for each row execute function refuse_look_change();
select protect_part_of_experiment('experiment_looks');

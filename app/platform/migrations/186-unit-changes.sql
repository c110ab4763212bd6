-- A departure from the frozen plan may be that a measure is read in another unit from its day on. Readings stay as they were
-- entered; what they are in the plan's unit follows from here.
alter table experiment_departures
  add column measure_id uuid,
  add column new_unit text check (new_unit <> '' and length(new_unit) <= 40),
  -- How many of the plan's units one new unit is; null where the one cannot be converted into the other.
  add column plan_units double precision check (plan_units > 0),
  add check ((measure_id is null) = (new_unit is null)),
  add check (plan_units is null or measure_id is not null);
create index experiment_unit_changes on experiment_departures (experiment_id, day) where measure_id is not null;

-- Which place or version a reading is of, where the plan's design has several; null where it has one.
alter table observations add column unit text check (unit <> '' and length(unit) <= 80);

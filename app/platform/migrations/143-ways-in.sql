-- Readings arrive by more ways than hands and pasted tables: a file, another program, a letter, a poster on the wall.
-- Where no person is known, nobody stands as the one who entered it.
alter table observations drop constraint observations_way_check;
alter table observations add constraint observations_way_check
  check (way in ('tap', 'form', 'paste', 'file', 'api', 'mail', 'poster'));

-- The front page reads the newest lessons and the counts of the map at every visit: both from an index.
create index experiments_published_by_outcome on experiments (outcome, (coalesce(year_to, year_from, 0)) desc, id)
  where origin = 'published';
create index lessons_first_by_age on lessons (written_at desc) include (experiment_id) where version = 1;
create index experiments_public_by_place on experiments (municipality_code, outcome, state)
  where municipality_code is not null and (frozen_at is not null or origin = 'published');

-- Examples worked out afterwards from open data: they have a plan, readings and an evaluation like any experiment, and
-- sources like a published one.
alter table experiments drop constraint experiments_origin_check;
alter table experiments add constraint experiments_origin_check
  check (origin in ('own', 'published', 'retrospective', 'example'));
alter table experiments drop constraint experiments_check1;
alter table experiments add constraint experiments_sources_check
  check ((origin in ('published', 'retrospective')) = (published is not null));

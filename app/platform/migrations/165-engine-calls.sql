-- What the statistics engine was asked for an evaluation, and what it answered: anyone can ask it again. Kept apart from
-- what the pages read. null: evaluated before such questions were kept; the next evaluation keeps them.
alter table evaluations add column engine_calls jsonb;

-- An analysis outside the plan may take another measure of the same plan into account, such as the weather.
alter table explorations add column besides_measure_id uuid check (besides_measure_id <> measure_id);

-- When figures that a plan covers were first opened before the end. The cover is lifted everywhere then; the reason stays
-- with the opening itself.
alter table experiments add column figures_opened_at timestamptz;
update experiments set figures_opened_at =
  (select min(opened_at) from early_openings where early_openings.experiment_id = experiments.id)
  where id in (select experiment_id from early_openings);

-- What lists are narrowed down by, in one narrow index: counting what a filter leaves reads this alone and not the plans.
create index experiments_counted on experiments (is_public, theme, state, outcome, municipality_code, year_from, year_to);

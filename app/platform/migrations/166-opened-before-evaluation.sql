-- Whether the figures had been opened before the end when an evaluation was computed: it lowers the level of evidence.
alter table evaluations add column opened_early boolean not null default false;

-- The municipalities of the register: other tables point here, and queries join names and regions from here.
-- The register file is the source; the loader brings its changes in.
create table municipalities (
  code text primary key check (code ~ '^[0-9]{3}$'),
  name_fi text not null,
  name_sv text not null,
  name_en text not null,
  region_code text not null check (region_code ~ '^[0-9]{2}$'),
  wellbeing_area_code text not null,
  grouping text not null check (grouping in ('urban', 'semi-urban', 'rural')),
  languages text not null check (languages in ('fi', 'fi-sv', 'sv-fi', 'sv')),
  longitude double precision not null,
  latitude double precision not null,
  population integer not null check (population > 0)
);
create index municipalities_by_region on municipalities (region_code);
grant select, insert, update on municipalities to uskalla_app;

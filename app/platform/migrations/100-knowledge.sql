-- Titles of experiments and development work elsewhere, each a link to where it was told.
-- The library file is the source; the loader brings its changes in.
create table library_titles (
  id text primary key,
  title text not null,
  municipality_code text references municipalities (code),
  year integer check (year between 1990 and 2100),
  theme text not null,
  address text not null,
  sentence_fi text not null,
  sentence_sv text not null,
  sentence_en text not null
);
grant select, insert, update on library_titles to uskalla_app;

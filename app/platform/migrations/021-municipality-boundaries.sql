-- Municipal borders an operator has imported, drawn for the map. Empty until then: maps show dots on the outline.
create table municipality_boundaries (
  municipality_code text primary key references municipalities (code),
  path text not null
);
grant select, insert, delete on municipality_boundaries to uskalla_app;

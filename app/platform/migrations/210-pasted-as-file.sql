-- A pasted table with a column for each place waits, is looked at and is stored as a file is.
alter table import_files add column way text not null default 'file' check (way in ('file', 'paste'));

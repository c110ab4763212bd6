-- What can be found: one row for each public record and language. It is made from the records and can be made again.
create extension if not exists pg_trgm;

create table search_documents (
  id bigint generated always as identity primary key,
  kind text not null,
  record_id text not null,
  language text not null check (language in ('fi', 'sv', 'en')),
  municipality_code text,
  theme text,
  state text,
  year integer,
  title text not null,
  body text not null,
  address_parameters jsonb not null,
  source_url text,
  example boolean not null,
  -- One number for a record in all its languages: numbers are grouped faster than texts.
  record bigint not null generated always as (hashtextextended(kind || ' ' || record_id, 0)) stored,
  title_words smallint not null,
  -- Words as they stand in the text, lower case, each once.
  title_forms text[] collate "C" not null,
  keyword_forms text[] collate "C" not null,
  body_forms text[] collate "C" not null,
  unique (kind, record_id, language)
);
-- Long texts lie beside the table, so that a search over many rows reads few pages.
alter table search_documents set (toast_tuple_target = 256);
create index search_documents_by_record on search_documents (record);
create index search_documents_by_title on search_documents using gin (title_forms) with (fastupdate = off);
create index search_documents_by_keyword on search_documents using gin (keyword_forms) with (fastupdate = off);
create index search_documents_by_body on search_documents using gin (body_forms) with (fastupdate = off);
create index search_documents_by_year on search_documents (year);
grant select, insert, update, delete on search_documents to uskalla_app;

-- Every word form of those texts with its base forms. Analysed once, when the form is first met; the version of the
-- word forms tells what is to be analysed again. Not unique on purpose: two transactions that meet the same new word
-- must not wait for each other, and a word that stands here twice finds the same records.
create table search_words (
  language text not null check (language in ('fi', 'sv', 'en')),
  form text collate "C" not null,
  lemmas text[] collate "C" not null,
  parts text[] collate "C" not null,
  known boolean not null,
  folded text collate "C" not null,
  version text not null
);
create index search_words_by_form on search_words (form, language);
create index search_words_by_lemma on search_words using gin (lemmas);
create index search_words_by_part on search_words using gin (parts);
create index search_words_by_spelling on search_words using gin (folded gin_trgm_ops);
create index search_words_without_dictionary on search_words using gin (form gin_trgm_ops) where not known;
create index search_words_by_version on search_words (version);
grant select, insert, update, delete on search_words to uskalla_app;

-- What stands under every room: the rights of the application's role, the log with its hash chain,
-- and the keys that make a double submit do its work once.

-- Who is acting, told by the application at the start of every writing transaction.
create function acting_person() returns uuid language sql stable as
  $$ select nullif(current_setting('uskalla.person', true), '')::uuid $$;
create function acting_municipalities() returns text[] language sql stable as
  $$ select string_to_array(coalesce(current_setting('uskalla.municipalities', true), ''), ',') $$;
create function acting_as_system() returns boolean language sql stable as
  $$ select coalesce(current_setting('uskalla.system', true), '') = 'on' $$;

-- Gives the application's role its rights on a record table and lets it write only the rows of the municipalities
-- of the acting person. The policies in the rooms are the first barrier, this is the second.
create function protect_writes(record_table regclass) returns void language plpgsql as $$
begin
  execute format('grant select, insert, update, delete on %s to uskalla_app', record_table);
  execute format('alter table %s enable row level security', record_table);
  execute format('create policy reading on %s for select to uskalla_app using (true)', record_table);
  execute format('create policy adding on %s for insert to uskalla_app with check (acting_as_system() or municipality_code = any (acting_municipalities()))', record_table);
  execute format('create policy changing on %s for update to uskalla_app using (acting_as_system() or municipality_code = any (acting_municipalities())) with check (acting_as_system() or municipality_code = any (acting_municipalities()))', record_table);
  execute format('create policy removing on %s for delete to uskalla_app using (acting_as_system() or municipality_code = any (acting_municipalities()))', record_table);
end $$;

-- The record of every write: one chain for each municipality, '000' for what belongs to none.
create table log_entries (
  chain text not null,
  position bigint not null,
  at timestamptz not null,
  person_id uuid,
  request_id text not null,
  action text not null,
  record_kind text not null,
  record_id text not null,
  before_fingerprint text,
  after_fingerprint text,
  previous_hash text not null,
  hash text not null,
  primary key (chain, position)
);
create index log_entries_of_record on log_entries (record_kind, record_id);
create function refuse_change() returns trigger language plpgsql as
  $$ begin raise exception 'the log is append-only'; end $$;
create trigger log_entries_stay before update or delete or truncate on log_entries
  for each statement execute function refuse_change();
grant select, insert on log_entries to uskalla_app;

-- One row for each form that was acted on: the same key again leads to the same place.
create table submissions (
  key uuid primary key,
  at timestamptz not null default now(),
  location text,
  notice text
);
create index submissions_by_age on submissions (at);
grant select, insert, update, delete on submissions to uskalla_app;

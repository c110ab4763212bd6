-- What a municipality says of itself can be reported and hidden like every other text.
alter table municipality_details
  add column id uuid not null unique default gen_random_uuid(),
  add column written_by uuid references persons (id),
  add column hidden_at timestamptz,
  add column hidden_because text check (hidden_because in ('personal_data', 'insult', 'threat', 'advertising', 'rights', 'law')),
  add check ((hidden_at is null) = (hidden_because is null));

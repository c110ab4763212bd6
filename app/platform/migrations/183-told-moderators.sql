-- Reports and appeals of which those who deal with them have been told by a letter.
alter table reports add column told_at timestamptz;
alter table appeals add column told_at timestamptz;
update reports set told_at = now() where closed_at is not null;
update appeals set told_at = now() where outcome is not null;
create index reports_untold on reports (at) where told_at is null and closed_at is null;

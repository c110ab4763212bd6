-- By which organisation's account a session was begun, so that signing out can lead there too. No token is kept.
alter table sessions add column provider text;

-- A letter may depend on a right that its recipient has when it is written. It is asked for again when the letter leaves.
alter table mails
  add column condition jsonb,
  -- The right had ended: the letter was not sent and its text is gone.
  add column withheld_at timestamptz;

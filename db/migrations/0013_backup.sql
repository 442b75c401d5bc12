alter table workspace
  -- The instant of the last backup that holds it.
  add backed_up_at timestamptz;

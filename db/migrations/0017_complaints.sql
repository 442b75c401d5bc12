-- Its reader reported it as spam, which changes nothing of how far it came.
alter table delivery
  add complained_at timestamptz;

create table ledger (
  event_id uuid primary key,
  subject  text not null,
  amount   bigint not null
);

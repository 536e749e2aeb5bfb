create table ledger (
  event_id uuid primary key,
  subject  text not null,
  amount   bigint not null
);
create table account (
  id      uuid primary key,
  name    text not null unique
);

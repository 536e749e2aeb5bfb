create table account (
  id      uuid primary key,
  name    text not null unique
);

-- Logins of people, for several gateways side by side. What is sealed opens only with the id in the browser's cookie,
-- which is not stored: whoever reads this table can act for nobody.

create table session (
  key       bytea primary key,
  subject   text not null,
  elsewhere text not null,
  began     timestamptz not null,
  seen      timestamptz not null,
  sealed    bytea not null
);
comment on column session.key is 'Digest of the id.';
comment on column session.elsewhere is 'The identity service''s own number of the login.';
create index session_of_login on session (elsewhere);
create index session_of_person on session (subject);

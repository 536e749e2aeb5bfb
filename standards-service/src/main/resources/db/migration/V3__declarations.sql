-- Self-declarations. A row is never deleted: what was public stays traceable.

create table declaration (
  id              uuid primary key,
  uscc            varchar not null check (length(uscc) = 18),
  number          varchar not null,
  number_key      varchar not null,
  confidence      varchar not null check (confidence in ('HIGH', 'MEDIUM', 'LOW')),
  title           varchar not null,
  own_standard    boolean not null,
  lower_statement varchar,
  state           varchar not null check (state in ('PUBLIC', 'ABOLISHED')),
  declared_at     timestamptz not null,
  ended_at        timestamptz,
  search_text     varchar not null,
  search_grams    varchar[] not null,
  revision        bigint not null,
  check ((state = 'PUBLIC') = (ended_at is null))
);
create unique index declaration_once on declaration (uscc, number_key) where state = 'PUBLIC';
create index declaration_newest on declaration (uscc, id desc);
create index declaration_search on declaration using gin (search_grams);

create table declaration_execution (
  declaration_id uuid not null references declaration,
  position       integer not null,
  number_key     varchar not null,
  primary key (declaration_id, position)
);
create index declaration_execution_number on declaration_execution (number_key);

create table declaration_product (
  declaration_id uuid not null references declaration,
  position       integer not null,
  name           varchar not null,
  model          varchar,
  gtin           varchar check (gtin ~ '^[0-9]{8}([0-9]{4,6})?$'),
  primary key (declaration_id, position)
);

create table declaration_indicator (
  declaration_id uuid not null references declaration,
  position       integer not null,
  name           varchar not null,
  operator       varchar not null check (operator in ('GE', 'GT', 'LE', 'LT', 'EQ')),
  value          numeric not null,
  unit           varchar,
  test_method    varchar not null,
  condition      varchar,
  primary key (declaration_id, position)
);
comment on column declaration_indicator.value is 'Unconstrained numeric: the declared decimals are kept.';

-- Registries that the plans count: committees, alliances, experts, pilots, bases, enterprises of good practice.

create table registry_kind (
  code           varchar not null check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  version        bigint not null,
  effective_from date not null,
  body           jsonb not null,
  recorded_at    timestamptz not null,
  recorded_by    varchar not null,
  primary key (code, version)
);
comment on table registry_kind is 'Append-only: what an entry of a kind must say, and why it may leave, dated. Of versions in effect from one day the last counts.';
revoke update, delete, truncate on registry_kind from ${app_role};

create table registry_entry (
  id              uuid primary key,
  kind            varchar not null,
  subject         varchar not null check (subject in ('ENTERPRISE', 'ORGANIZATION', 'PERSON', 'OTHER')),
  name            varchar not null,
  uscc            varchar check (length(uscc) = 18),
  region          varchar not null,
  consented_on    date,
  state           varchar not null check (state in
    ('PROPOSED', 'DECLINED', 'ENTERED', 'UNDER_REVIEW', 'EXITED', 'REPROPOSED')),
  entered_on      date,
  exited_on       date,
  valid_until     date,
  review_ground   varchar,
  notified_on     date,
  answer_until    date,
  exit_ground     varchar,
  version         bigint not null,
  search_text     varchar not null,
  search_grams    varchar[] not null,
  check (subject <> 'ENTERPRISE' or uscc is not null),
  check (subject <> 'PERSON' or consented_on is not null),
  check ((state in ('ENTERED', 'UNDER_REVIEW')) = (entered_on is not null and exited_on is null)),
  check (exited_on > entered_on)
);
comment on column registry_entry.review_ground is 'Why it is to leave, as the review proposes; not public.';
comment on column registry_entry.answer_until is 'Last day on which they may answer that.';
comment on column registry_entry.notified_on is 'When whoever it is about was told that it is to leave, and why.';
create unique index registry_entry_once on registry_entry (kind, uscc)
  where subject = 'ENTERPRISE' and state in ('ENTERED', 'UNDER_REVIEW');
create index registry_entry_kind on registry_entry (kind, state, id desc);
create index registry_entry_due on registry_entry (valid_until) where state = 'ENTERED';

create table registry_entry_field (
  entry_id uuid not null references registry_entry,
  name     varchar not null,
  value    varchar not null,
  primary key (entry_id, name)
);

create table registry_entry_spell (
  entry_id  uuid not null references registry_entry,
  position  integer not null,
  from_day  date not null,
  until_day date check (until_day > from_day),
  primary key (entry_id, position)
);
comment on column registry_entry_spell.until_day is 'First day on which it is not in the registry any more.';

create table registry_entry_act (
  entry_id uuid not null references registry_entry,
  position integer not null,
  act      varchar not null,
  official varchar not null,
  at       timestamptz not null,
  words    varchar not null,
  document varchar,
  primary key (entry_id, position)
);

-- What the registry said, and when: on any day, as it was recorded at any moment.
create table registry_revision (
  entry_id      uuid not null references registry_entry,
  revision      bigint not null,
  recorded_at   timestamptz not null,
  superseded_at timestamptz,
  kind          varchar not null,
  name          varchar not null,
  uscc          varchar,
  region        varchar not null,
  fields        jsonb not null,
  membership    datemultirange not null,
  valid_until   date,
  -- nothing of it is shown to the public any more
  withheld      boolean not null,
  search_text   varchar not null,
  search_grams  varchar[] not null,
  primary key (entry_id, revision)
);
comment on column registry_revision.membership is 'The days on which it is in the registry: an entry can leave and come back.';
create index registry_revision_known on registry_revision (kind, entry_id) where superseded_at is null;
create index registry_revision_search on registry_revision using gin (search_grams);

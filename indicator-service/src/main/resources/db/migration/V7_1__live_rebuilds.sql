-- Jobs that count all live figures anew from the topics.
create table live_rebuild (
  id          uuid primary key,
  generation  bigint not null,
  state       text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
  accept_loss boolean not null,
  started_at  timestamptz not null,
  started_by  text not null,
  -- a job that has not said for long that it is alive has died with its process
  alive_at    timestamptz not null,
  ended_at    timestamptz check ((ended_at is null) = (state = 'RUNNING')),
  -- messages of the topics: to be read, read, and not digestible
  total       bigint not null default 0,
  read        bigint not null default 0,
  damaged     bigint not null default 0,
  failure     text check ((failure is not null) = (state = 'FAILED')),
  -- per figure what was counted before and after
  figures     jsonb not null default '[]'
);
create unique index live_rebuild_one_at_a_time on live_rebuild (state) where state = 'RUNNING';

-- Full texts, of those standards whose texts may be public.

create table full_text (
  standard_id uuid primary key references standard,
  basis       varchar not null check (basis in ('MANDATORY', 'LOCAL', 'PERMITTED')),
  permission  varchar,
  digest      varchar not null,
  length      bigint not null,
  recorded_at timestamptz not null,
  check ((basis = 'PERMITTED') = (permission is not null))
);
comment on column full_text.basis is 'On which ground it is public; asked again whenever it is read.';

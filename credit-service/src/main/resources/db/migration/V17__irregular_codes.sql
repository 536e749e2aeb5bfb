-- A few certificates carry a code that does not check. An office may register it and says why; nothing else may.

alter table enterprise
  add column irregular_reason text check (irregular_reason <> '');
comment on column enterprise.irregular_reason is
  'Why the code is on file although its check characters are wrong; null for a code that checks.';

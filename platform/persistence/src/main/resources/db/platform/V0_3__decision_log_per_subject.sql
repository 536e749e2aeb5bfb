-- The decision log can be read and proven per subject.
alter table decision_log add column subject_number bigint;
comment on column decision_log.subject_number is
  'Which line about its subject it is, covered by the hash; null on lines written before lines were counted.';

create table decision_subject (
  subject_type text not null,
  subject_id   text not null,
  lines        bigint not null,
  newest       bigint not null,
  primary key (subject_type, subject_id)
);
comment on table decision_subject is 'How many lines there are about a subject, and the newest: shows a line cut off their end.';
insert into decision_subject
  select subject_type, subject_id, count(*), max(number) from decision_log group by subject_type, subject_id;

create view decision_line as
  select l.*,
         l.previous_hash = coalesce(before.hash, repeat('0', 64))
         and case when after.number is null then l.number = (select max(number) from decision_log)
                  else after.previous_hash = l.hash end as linked
  from decision_log l
  left join decision_log before on before.number = l.number - 1
  left join decision_log after on after.number = l.number + 1;
comment on column decision_line.linked is 'Whether the line names its predecessor, and its successor names it.';

revoke delete, truncate on decision_subject from ${app_role};

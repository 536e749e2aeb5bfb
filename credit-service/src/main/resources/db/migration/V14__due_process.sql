-- Due process without holes: how an entry ended last, entries that are closed or wait to be put back, and one entry for each
-- decision.

alter table listing
  add column ended_as text,
  add column ended_on date,
  drop constraint listing_state,
  add constraint listing_state check (state in ('DRAFT', 'LEGAL_REVIEW', 'NOTICE_SERVED', 'DEFENCE_RECEIVED',
    'DEFENCE_LAPSED', 'UPPER_CONSENT', 'DECIDED', 'SERVED', 'REVIEW', 'PUBLIC_NOTICE', 'PUBLISHED', 'OBJECTION_OPEN',
    'REPAIR_APPLIED', 'REPAIR_ACCEPTED', 'BASIS_REVOKED', 'WITHDRAWN', 'REPAIRED', 'EXPIRED', 'ARCHIVED', 'REJECTED',
    'REPAIR_REVOKED', 'CLOSED'));
comment on column listing.ended_as is 'How the entry left the list when it did last; null while it stands there.';

update listing l
set ended_as = case ending.act when 'GRANT_REPAIR' then 'REPAIRED' when 'EXPIRE' then 'EXPIRED'
                 when 'REVOKE_BASIS' then 'BASIS_REVOKED' else 'WITHDRAWN' end,
    ended_on = (ending.at at time zone 'Asia/Shanghai')::date
from (select distinct on (a.listing_id) a.listing_id, a.act, a.at
      from listing_act a
      where a.act in ('UPHOLD_OBJECTION', 'GRANT_REPAIR', 'REVOKE_BASIS', 'WITHDRAW', 'EXPIRE')
        -- An annulled entry is withdrawn formally afterwards; it ended before.
        and not (a.act = 'WITHDRAW' and exists (
          select from listing_act b where b.listing_id = a.listing_id and b.act = 'REVOKE_BASIS' and b.position < a.position))
      order by a.listing_id, a.position desc) ending
where ending.listing_id = l.id and not l.displayed;

alter table listing
  add constraint listing_ended check (ended_as in ('BASIS_REVOKED', 'WITHDRAWN', 'REPAIRED', 'EXPIRED')
    and num_nulls(ended_as, ended_on) in (0, 2)),
  add constraint listing_ended_or_displayed check (not (displayed and ended_as is not null));

alter table listing_act
  drop constraint listing_act_act_check,
  add constraint listing_act_act_check check (act in ('DRAFT', 'REVISE', 'SUBMIT', 'SEND_BACK', 'REJECT', 'SERVE_NOTICE',
    'RECEIVE_DEFENCE', 'LAPSE_DEFENCE', 'CONSENT', 'DECIDE', 'SERVE_DECISION', 'CLOSE', 'ANNOUNCE', 'PUBLISH',
    'ADD_STATEMENT', 'RAISE_OBJECTION', 'REFER_OBJECTION', 'UPHOLD_OBJECTION', 'DISMISS_OBJECTION', 'APPLY_FOR_REPAIR',
    'ACCEPT_REPAIR', 'DECLINE_REPAIR', 'GRANT_REPAIR', 'REFUSE_REPAIR', 'RESTORE', 'REVOKE_BASIS', 'WITHDRAW', 'EXPIRE',
    'LIFT_MEASURES', 'ARCHIVE'));

-- One decision about an enterprise makes one entry on a list, or it would be shown for more than its term.

create function document_key(authority text, number text) returns text language sql immutable
return translate(authority || '|' || number, '[【（(]】）)　 ', '〔〔〔〔〕〕〕〕');
comment on function document_key is 'A document by who issued it and its number, however its brackets are typed.';

alter table listing
  add column doubles uuid references listing (id),
  add column rests_on_its_decision boolean not null generated always as
    (state not in ('REJECTED', 'CLOSED') and coalesce(ended_as not in ('BASIS_REVOKED', 'WITHDRAWN'), true)) stored;
comment on column listing.doubles is
  'The older entry on the same decision, from the time before there was a rule against it. The office takes one of them down.';
comment on column listing.rests_on_its_decision is
  'Whether the decision is used up by this entry: not if it came to nothing or was taken down.';

update listing l
set doubles = older.first
from (select id, first_value(id) over (
        partition by uscc, kind, document_key(authority, document_number) order by displayed desc, id) as first
      from listing
      where rests_on_its_decision and authority is not null and document_number is not null) older
where older.id = l.id and older.first <> l.id;

create unique index listing_of_decision on listing (uscc, kind, document_key(authority, document_number))
where rests_on_its_decision and doubles is null;
create index listing_by_enterprise on listing (uscc);

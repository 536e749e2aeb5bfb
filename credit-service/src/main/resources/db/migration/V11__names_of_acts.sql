-- Two acts on a list entry get names that cannot be taken for the entry's state or for any object. Lines of the decision log
-- keep the names of their time: the chain of their hashes is never rewritten.

update listing_act
set act = case act when 'STATE' then 'ADD_STATEMENT' else 'RAISE_OBJECTION' end
where act in ('STATE', 'OBJECT');

-- A request that is sent again after the change is still the same request.
update idempotency
set operation = case operation when 'listing.state' then 'listing.add-statement' else 'listing.raise-objection' end
where operation in ('listing.state', 'listing.object');

alter table listing_act add constraint listing_act_act_check check (act in ('DRAFT', 'REVISE', 'SUBMIT', 'SEND_BACK', 'REJECT',
  'SERVE_NOTICE', 'RECEIVE_DEFENCE', 'LAPSE_DEFENCE', 'CONSENT', 'DECIDE', 'SERVE_DECISION', 'ANNOUNCE', 'PUBLISH',
  'ADD_STATEMENT', 'RAISE_OBJECTION', 'REFER_OBJECTION', 'UPHOLD_OBJECTION', 'DISMISS_OBJECTION', 'APPLY_FOR_REPAIR',
  'ACCEPT_REPAIR', 'DECLINE_REPAIR', 'GRANT_REPAIR', 'REFUSE_REPAIR', 'RESTORE', 'REVOKE_BASIS', 'WITHDRAW', 'EXPIRE',
  'LIFT_MEASURES', 'ARCHIVE'));

comment on column listing_act.hand is
  'To which of the three duties the act belongs; null for acts of the enterprise, of time, and of the end.';

-- Nothing reads it. The views name all columns of the table, so they are made anew, as V4 and V7 have them.
drop view public_listing;
drop view displayed_listing;
alter table listing drop column last_listed_in;

create view displayed_listing as select * from listing where displayed;
comment on view displayed_listing is
  'Entries that stand in public answers. Whoever answers the public reads here, and checks valid_until against the day.';

create view public_listing as
select l.id, l.uscc, e.name as enterprise_name, l.kind, l.field, l.ground, l.legal_basis, l.region, l.authority,
       l.document_number, l.decided_on, l.measures, l.removal, l.remedies, l.announcement, l.batch_id,
       b.year as batch_year, b.number as batch_number, l.published_at, l.valid_until, l.statement, l.stated_at, e.fictional
from displayed_listing l
join enterprise e using (uscc)
left join publication_batch b on b.id = l.batch_id;
comment on view public_listing is 'The columns of an entry that everybody may see; valid_until is checked against the day by who reads.';

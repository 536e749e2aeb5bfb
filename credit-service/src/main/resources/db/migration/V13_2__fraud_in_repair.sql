-- That a repair was obtained by fraud is public for a term of its own, also when the entry has ended (总局令第107号 art. 23(2)).

create view public_fraud_decision as
select l.id as listing_id, l.uscc, e.name as enterprise_name, l.region, d.author as authority, d.number as document_number,
       d.dated as found_on, c.due as public_until, e.fictional
from listing_clock c
join listing l on l.id = c.listing_id
join enterprise e using (uscc)
cross join lateral (
  select p.* from listing_document p
  where p.listing_id = c.listing_id and p.kind = 'FRAUD_FINDING' and p.dated <= c.started_on
  order by p.position desc limit 1) d
-- Deregistration stops all display.
where c.clock = 'FRAUD_DECISION_DISPLAY' and c.ended_on is null and e.closed_on is null;
comment on view public_fraud_decision is
  'The columns everybody may see; public_until is checked against the day by who reads. What was found stays in the file.';
create index listing_clock_of_fraud on listing_clock (due desc, listing_id desc)
where clock = 'FRAUD_DECISION_DISPLAY' and ended_on is null;

-- What the public reads: entries with all that may be shown, and names found by any two characters.

create view public_listing as
select l.id, l.uscc, e.name as enterprise_name, l.kind, l.field, l.ground, l.legal_basis, l.region, l.authority,
       l.document_number, l.decided_on, l.measures, l.removal, l.remedies, l.announcement, l.batch_id,
       b.year as batch_year, b.number as batch_number, l.published_at, l.valid_until, l.statement, l.stated_at, e.fictional
from displayed_listing l
join enterprise e using (uscc)
left join publication_batch b on b.id = l.batch_id;
comment on view public_listing is 'The columns of an entry that everybody may see; valid_until is checked against the day by who reads.';
create index listing_by_time on listing (published_at desc, id desc) where displayed;

alter table enterprise add column name_terms text[];
update enterprise e set name_terms = e.bigrams || coalesce(
  (select array_agg(distinct term) from former_name f, unnest(f.bigrams) term
   where f.enterprise_id = e.id and term <> all (e.bigrams)), '{}');
alter table enterprise
  alter column name_terms set not null,
  -- How common a pair is decides whether the pair's index or the order of the file is the shorter way to a page.
  alter column name_terms set statistics 1000;
comment on column enterprise.name_terms is
  'Neighbouring character pairs of the present and all former names: an enterprise is found once, whichever name fits.';
create index enterprise_name_terms on enterprise using gin (name_terms);

create function utc(moment timestamptz) returns text language sql stable
return to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
comment on function utc is 'A moment as JSON answers have it, whatever the time zone of the session.';

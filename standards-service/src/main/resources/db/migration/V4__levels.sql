-- Foreign standards, military standards and metrology regulations have numbers and are cited, but are of none of the five levels.
alter table standard drop constraint standard_level_check;
alter table standard add constraint standard_level_check check (level in (
  'NATIONAL', 'INDUSTRY', 'LOCAL', 'GROUP', 'ENTERPRISE', 'INTERNATIONAL', 'FOREIGN', 'MILITARY', 'METROLOGY'));

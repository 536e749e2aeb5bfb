-- Every figure that comes in asks which warnings stand on it.
create index warning_figure on warning (indicator, area, period) where state <> 'WITHDRAWN';

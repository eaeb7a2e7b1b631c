-- Conversion of the last 30 days against the 30 before, permille of the earlier one (D8); null = too little to tell.
alter table rep_load add column trend_permille int;

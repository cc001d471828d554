-- Web writes to people, not to addresses, and of a level it reads what a page shows.

-- A letter with an address of its own goes there, with a link that signs its person in. Only `release_address` writes
-- one, to the address that the person confirmed.
alter policy written_to_known_people on letter
  with check (person_id in (select person_id from persons_in_sight()) and email is null);

-- Two levels that differ by one practice, a nation and its only large region, differ in their sums by its figure.
revoke select on reference from klyngerum_web;
grant select (indicator_key, period_from, period_until, level, area_code, source_id, origin, practices, p10, p25, p50, p75, p90,
  tau_squared, made_at) on reference to klyngerum_web;

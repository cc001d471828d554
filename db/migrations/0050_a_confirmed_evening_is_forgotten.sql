-- What people eat is forgotten also of an evening that the house has confirmed; the worker writes no confirmation.

drop policy told_by_the_worker on venue_told;
create policy read_by_the_worker on venue_told for select to klyngerum_worker using (true);
create policy told_by_the_worker on venue_told for insert to klyngerum_worker with check (confirmed_at is null);
create policy forgotten_by_the_worker on venue_told for update to klyngerum_worker using (true) with check (diets = '{}');

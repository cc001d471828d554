-- A withdrawal takes down every picture that stands on the delivery: also one that is being made at the moment, and one
-- that went up again on later deliveries of the same figures.

grant update (delivery_id) on spread_contributor to klyngerum_worker;
create policy carried_on_by_the_worker on spread_contributor for update to klyngerum_worker using (true) with check (true);

create or replace function take_down_spreads_of_delivery(delivery uuid) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare taken integer;
  begin
    if not exists (select from delivery d where d.delivery_id = delivery and d.source_id = current_source()) then return 0; end if;
    -- Who makes a picture of this source holds its lock together with others, until the picture can be seen.
    perform pg_advisory_xact_lock(hashtextextended(current_source()::text, 9));
    update spread s set taken_down_at = current_moment()
      from spread_contributor c
      where c.spread_id = s.spread_id and c.delivery_id = delivery and s.taken_down_at is null;
    get diagnostics taken = row_count;
    return taken;
  end $$;

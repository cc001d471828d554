-- An order whose days nobody chose goes with its meeting: sent 60 days before it, wanted 14 days before it.

alter table figure_order add column moves_with_meeting boolean not null default false;
create function move_orders_with_meeting() returns trigger language plpgsql set search_path = public, pg_temp
  as $$
  begin
    update figure_order set send_on = new.held_on - 60, wanted_on = new.held_on - 14
      where meeting_id = new.meeting_id and state = 'planned' and moves_with_meeting;
    return null;
  end $$;
create trigger orders_go_with_it after update of held_on on meeting for each row
  when (old.held_on is distinct from new.held_on) execute function move_orders_with_meeting();
grant update (moves_with_meeting) on figure_order to klyngerum_web;

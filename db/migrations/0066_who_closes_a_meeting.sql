-- Those who lead close a meeting; bought help arranges it and does not. What is closed stays closed.

alter policy changed_by_those_who_arrange on meeting
  with check (cluster_id = (select current_cluster()) and (select arranges()) and (state <> 'closed' or (select leads())));
alter policy written_by_those_who_arrange on meeting
  with check (cluster_id = (select current_cluster()) and (select arranges()) and state <> 'closed');

create function closed_for_good() returns trigger language plpgsql set search_path = public, pg_temp
  as $$
  begin
    raise exception using errcode = 'insufficient_privilege', message = 'a meeting that is closed stays closed';
  end $$;
create trigger it_stays_closed before update of state on meeting for each row
  when (old.state = 'closed' and new.state <> 'closed') execute function closed_for_good();

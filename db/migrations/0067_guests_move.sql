-- Letters to a guest went to the address that stood. When it is changed, or taken out, what went to the one before opens
-- nothing more: it may have been somebody else's.

create function end_links_of_guest() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    update link l set ended_at = current_moment() from guest g
      where g.partner_person_id = new.partner_person_id and l.guest_id = g.guest_id and l.purpose = 'guest' and l.ended_at is null;
    return null;
  end $$;
revoke execute on function end_links_of_guest() from public;
create trigger links_go_with_the_address after update of email on partner_person for each row
  when (lower(old.email) is distinct from lower(new.email)) execute function end_links_of_guest();

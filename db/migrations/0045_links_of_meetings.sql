-- A pattern of PostgreSQL counts no further than 255, so that every link to a meeting was refused with an error.
alter table meeting drop constraint meeting_online_url_check,
  add constraint meeting_online_url_check check (online_url = '' or online_url ~ '^https://[^\s"<>]{3,}$' and length(online_url) <= 508);

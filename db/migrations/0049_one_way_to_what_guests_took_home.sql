-- What guests took home is told with who was there from outside.
drop function taken_home(uuid);

-- When one thing alone waits for somebody's weekly letter it goes as itself, and counts as that week's.

grant update (is_for_digest) on letter to klyngerum_worker;

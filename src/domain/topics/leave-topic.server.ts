import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { AnsweringScope } from '#platform/scope.server.ts';
import { findStanding } from './topics.server.ts';

/** Leaves the group of a topic, and of those that were the same. */
export const leaveTopic = command(
  { permission: 'topic.vote', event: 'topic_group.left' },
  async (scope: AnsweringScope, topicId: string) => {
    if (!(await findStanding(scope, topicId))) return refused('no_such_topic');
    await sql`
      delete from topic_helper h using topic t
      where t.topic_id = h.topic_id and ${topicId}::uuid in (t.topic_id, t.merged_into)
        and h.member_id in (select member_id from own_memberships())`.execute(scope.db);
    return done;
  },
);

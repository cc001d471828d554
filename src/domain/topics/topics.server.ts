import { sql } from 'kysely';
import type { AnsweringScope, ClusterScope } from '#platform/scope.server.ts';
import type { Standing, TopicState } from './topic.ts';
import { alikeAmong } from './topic-words.ts';

/** A topic as everybody of the cluster sees it. `proposer` is null where nobody is left to name. */
export type Topic = Standing & {
  topicId: string;
  sentence: string;
  measure: string;
  answer: string;
  proposer: string | null;
  isOwn: boolean;
  /** The topic that this one was the same as. */
  mergedInto: { topicId: string; sentence: string } | null;
  plannedFor: string | null;
  turn: number;
  proposedAt: Date;
  decidedAt: Date | null;
  /** Who wants to help prepare it, or a topic that was the same. Members of today, by name. */
  group: { name: string; isSelf: boolean }[];
};

/** All topics of the cluster, the newest first. */
export function listTopics(scope: ClusterScope): Promise<Topic[]> {
  return topicsOf(scope, null);
}

/** A topic of the cluster, or null. */
export async function findTopic(scope: ClusterScope, topicId: string): Promise<Topic | null> {
  return (await topicsOf(scope, topicId))[0] ?? null;
}

async function topicsOf({ db, personId }: ClusterScope, topicId: string | null): Promise<Topic[]> {
  const { rows } = await sql<Topic>`
    select t.topic_id, t.sentence, t.measure, t.state, t.answer, t.planned_for, t.turn, t.proposed_at, t.decided_at,
      p.name as proposer, coalesce(m.person_id = ${personId}::uuid, false) as is_own,
      case when i.topic_id is not null then json_build_object('topicId', i.topic_id, 'sentence', i.sentence) end as merged_into,
      exists (select from topic_choice c where c.topic_id = t.topic_id and is_open_vote(c.topic_vote_id)) as is_voted_on,
      coalesce(g.people, '[]') as "group"
    from topic t
    left join member m on m.member_id = t.proposer_id
    left join person p on p.person_id = m.person_id
    left join topic i on i.topic_id = t.merged_into
    left join lateral (
      select json_agg(json_build_object('name', h.name, 'isSelf', h.person_id = ${personId}::uuid)
        order by h.name collate "da-x-icu", h.person_id) as people
      from (
        select distinct q.person_id, q.name
        from topic_helper h join topic f on f.topic_id = h.topic_id and t.topic_id in (f.topic_id, f.merged_into)
        join member o on o.member_id = h.member_id join person q on q.person_id = o.person_id
        where exists (select from member d where d.cluster_id = t.cluster_id and d.person_id = q.person_id and d.valid @> current_day())
      ) h) g on true
    where t.topic_id = coalesce(${topicId}::uuid, t.topic_id)
    order by t.proposed_at desc, t.topic_id`.execute(db);
  return rows;
}

/** A topic as somebody sees it who is about to propose: what it says, and what became of it. */
export type EarlierTopic = {
  topicId: string;
  sentence: string;
  state: TopicState;
  answer: string;
  isHelping: boolean;
};

/** Topics that may mean the same as a sentence, the likest first, at most five; withdrawn and merged ones left out. */
export async function listSimilar(scope: AnsweringScope, sentence: string): Promise<EarlierTopic[]> {
  const { rows } = await sql<EarlierTopic>`
    select topic_id, sentence, state, answer, ${isHelping} as is_helping
    from topic t where state in ('proposed', 'planned', 'met', 'dropped')
    order by proposed_at desc, topic_id`.execute(scope.db);
  return alikeAmong(sentence, rows);
}

/** In a query of `topic t`: whether whoever answers is in its group. */
export const isHelping = sql<boolean>`exists (
  select from topic_helper h join topic f on f.topic_id = h.topic_id and t.topic_id in (f.topic_id, f.merged_into)
  where h.member_id in (select member_id from own_memberships()))`;

/** What somebody who answers has proposed themselves, the newest first, and what became of it. */
export async function listOwnTopics({ db }: AnsweringScope): Promise<EarlierTopic[]> {
  const { rows } = await sql<EarlierTopic>`
    select topic_id, sentence, state, answer, ${isHelping} as is_helping
    from topic t where proposer_id in (select member_id from own_memberships()) and state <> 'withdrawn'
    order by proposed_at desc, topic_id`.execute(db);
  return rows;
}

/** State and owner of a topic, as the rules about it ask; null when there is none. Reaches no name. */
export async function findStanding(
  { db }: AnsweringScope,
  topicId: string,
): Promise<(Standing & { isOwn: boolean; sentence: string }) | null> {
  const { rows } = await sql<Standing & { isOwn: boolean; sentence: string }>`
    select t.state, t.sentence, coalesce(t.proposer_id in (select member_id from own_memberships()), false) as is_own,
      exists (select from topic_choice c where c.topic_id = t.topic_id and is_open_vote(c.topic_vote_id)) as is_voted_on
    from topic t where t.topic_id = ${topicId}::uuid`.execute(db);
  return rows[0] ?? null;
}

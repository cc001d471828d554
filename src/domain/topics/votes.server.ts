import { sql } from 'kysely';
import type { AnsweringScope, ClusterScope, SystemScope } from '#platform/scope.server.ts';
import type { Ballot } from './ballot.ts';
import { type RankedLine, type ResultLine, ranked } from './ranking.ts';
import type { TopicState } from './topic.ts';
import { isHelping } from './topics.server.ts';

/** A topic that can be voted for. */
export type Choice = { topicId: string; sentence: string; measure: string; isHelping: boolean };
/** A vote that runs. Choices stand by sentence, which tells nothing of their dots; so does `turnout`, a number of people. */
export type OpenVote = {
  topicVoteId: string;
  dots: number;
  closesOn: string;
  turnout: number;
  choices: Choice[];
};

/** The votes that whoever answers may place dots in: at most one runs at a time. None for who cannot vote, or not by this link. */
export async function listOpenVotes({ db }: AnsweringScope): Promise<OpenVote[]> {
  const { rows } = await sql<OpenVote>`
    select v.topic_vote_id, v.dots, v.closes_on, topic_turnout(v.topic_vote_id) as turnout,
      (select json_agg(json_build_object('topicId', t.topic_id, 'sentence', t.sentence, 'measure', t.measure, 'isHelping', ${isHelping})
        order by t.sentence collate "da-x-icu", t.topic_id)
        from topic_choice c join topic t using (topic_id) where c.topic_vote_id = v.topic_vote_id) as choices
    from topic_vote v
    where is_open_vote(v.topic_vote_id) and exists (select from answering() where practice_id is not null) and not is_on_paper()`.execute(
    db,
  );
  return rows;
}

/** The vote that runs, as everybody of the cluster sees it; null while there is none. */
export async function findRunningVote({
  db,
}: ClusterScope): Promise<(Omit<OpenVote, 'choices'> & { choices: number }) | null> {
  const { rows } = await sql<Omit<OpenVote, 'choices'> & { choices: number }>`
    select v.topic_vote_id, v.dots, v.closes_on, topic_turnout(v.topic_vote_id) as turnout,
      (select count(*)::int from topic_choice c where c.topic_vote_id = v.topic_vote_id) as choices
    from topic_vote v where is_open_vote(v.topic_vote_id)`.execute(db);
  return rows[0] ?? null;
}

/** The own dots in a vote; empty when none are placed. Another's are nobody's to read. */
export async function findBallot({ db }: AnsweringScope, topicVoteId: string): Promise<Ballot> {
  const rows = await db
    .selectFrom('topicDot')
    .select(['topicId', 'dots'])
    .where('topicVoteId', '=', topicVoteId)
    .execute();
  return new Map(rows.map(({ topicId, dots }) => [topicId, dots]));
}

/** What a line of a result tells besides: what has become of the topic. */
export type ToldLine = ResultLine & { state: TopicState; mergedInto: string | null };
/** A vote that has closed. `endedOn` is its last day. */
export type ClosedVote = {
  topicVoteId: string;
  dots: number;
  endedOn: string;
  turnout: number;
  lines: RankedLine<ToldLine>[];
};

/** The votes that have closed, the newest first, at most so many, each with its result in order of dots. */
export async function listClosedVotes({ db }: AnsweringScope, most: number): Promise<ClosedVote[]> {
  const { rows } = await sql<ClosedVote & { lines: ToldLine[] }>`
    select v.topic_vote_id, v.dots, topic_turnout(v.topic_vote_id) as turnout,
      least(v.closes_on, (v.closed_at at time zone 'Europe/Copenhagen')::date) as ended_on,
      (select json_agg(json_build_object('topicId', t.topic_id, 'sentence', t.sentence, 'state', t.state,
          'mergedInto', i.sentence, 'dots', r.dots, 'voters', r.voters))
        from topic_result(v.topic_vote_id) r join topic t on t.topic_id = r.topic_id
        left join topic i on i.topic_id = t.merged_into) as lines
    from topic_vote v where not is_open_vote(v.topic_vote_id)
    order by v.opened_at desc limit ${most}`.execute(db);
  return rows.map((vote) => ({ ...vote, lines: ranked(vote.lines) }));
}

/** Votes whose last day has passed and that nobody has closed, with their clusters; nobody else closes one meanwhile. */
export async function listOverdueVotes({
  db,
}: SystemScope): Promise<{ topicVoteId: string; clusterId: string }[]> {
  const { rows } = await sql<{ topicVoteId: string; clusterId: string }>`
    select topic_vote_id, cluster_id from topic_vote where closed_at is null and closes_on < current_day()
    order by closes_on, topic_vote_id for update`.execute(db);
  return rows;
}

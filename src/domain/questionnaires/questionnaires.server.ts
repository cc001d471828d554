import { sql } from 'kysely';
import type { Scope } from '#platform/scope.server.ts';
import type { Questionnaire } from './question.ts';

type Reader = Pick<Scope, 'db'>;

/** A questionnaire of the cluster's own, with when it was changed last and whether it has ended. */
export type OwnQuestionnaire = {
  ownQuestionnaireId: string;
  content: Questionnaire;
  /** The title of what it was made from; empty when from nothing. */
  madeFrom: string;
  changedAt: Date;
  endedAt: Date | null;
};

const COLUMNS = ['ownQuestionnaireId', 'content', 'madeFrom', 'changedAt', 'endedAt'] as const;

/** The questionnaires of the cluster's own that have not ended, the one changed last first. */
export async function listOwnQuestionnaires({ db }: Reader): Promise<OwnQuestionnaire[]> {
  const rows = await db
    .selectFrom('ownQuestionnaire')
    .select(COLUMNS)
    .where('endedAt', 'is', null)
    .orderBy('changedAt', 'desc')
    .orderBy('ownQuestionnaireId')
    .execute();
  return rows.map((row) => ({ ...row, content: row.content as unknown as Questionnaire }));
}

/** A questionnaire of the cluster's own, also one that has ended, or null. */
export async function findOwnQuestionnaire(
  { db }: Reader,
  ownQuestionnaireId: string,
): Promise<OwnQuestionnaire | null> {
  const row = await db
    .selectFrom('ownQuestionnaire')
    .select(COLUMNS)
    .where('ownQuestionnaireId', '=', ownQuestionnaireId)
    .executeTakeFirst();
  return row ? { ...row, content: row.content as unknown as Questionnaire } : null;
}

/** The titles of the cluster's own questionnaires that have not ended. */
export async function listQuestionnaireTitles({ db }: Reader): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ title: string }>`
    select content->>'title' as title from own_questionnaire where ended_at is null`.execute(db);
  return new Set(rows.map(({ title }) => title));
}

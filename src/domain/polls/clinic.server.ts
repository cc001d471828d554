import { sql } from 'kysely';
import type { AnsweringScope } from '#platform/scope.server.ts';
import { listAsked } from './asked-members.server.ts';

/** Somebody of the own clinic who is asked to meetings. */
export type ClinicPerson = {
  memberId: string;
  practiceId: string;
  practiceName: string;
  name: string;
  kind: 'doctor' | 'trainee' | 'staff';
  isSelf: boolean;
};

/** The people of the own clinic, oneself first; nobody for who belongs to none. */
export async function listClinic({ db }: AnsweringScope): Promise<ClinicPerson[]> {
  const { rows } = await sql<ClinicPerson>`
    select member_id, practice_id, practice_name, name, kind, is_self from clinic_people() where practice_id is not null
    order by is_self desc, array_position(array['doctor', 'trainee', 'staff'], kind), name collate "da-x-icu", member_id`.execute(
    db,
  );
  return rows;
}

/** The names of those who answered for somebody of the own clinic, by member. */
export async function namesBehindAnswers({ db }: AnsweringScope): Promise<Record<string, string>> {
  const { rows } = await sql<{ memberId: string; name: string }>`
    select member_id, name from names_behind_answers()`.execute(db);
  return Object.fromEntries(rows.map(({ memberId, name }) => [memberId, name]));
}

/** Whom the asker may answer for: the own clinic, and for those who arrange everybody who is asked. */
export async function mayAnswerFor(scope: AnsweringScope): Promise<ReadonlySet<string>> {
  const clinic = await listClinic(scope);
  const everybody = arranges(scope) ? await listAsked(scope, scope.clusterId) : [];
  return new Set([...clinic, ...everybody].map(({ memberId }) => memberId));
}

/** As which member the asker answers: the one that an answer is about when it is their own, else the first of theirs. */
export async function listOwnMembers({ db }: AnsweringScope): Promise<string[]> {
  const { rows } = await sql<{
    memberId: string;
  }>`select member_id from answering() order by member_id`.execute(db);
  return rows.map(({ memberId }) => memberId);
}

/** Who stands by an answer about a member. */
export function giverOf(memberId: string, own: readonly string[]): string {
  return own.includes(memberId) ? memberId : own[0]!;
}

function arranges(scope: AnsweringScope): scope is Extract<AnsweringScope, { kind: 'cluster' }> {
  return (
    scope.kind === 'cluster' &&
    scope.roles.some((role) => role === 'coordinator' || role === 'board' || role === 'secretary')
  );
}

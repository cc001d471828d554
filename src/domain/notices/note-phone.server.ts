import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';

/** Keeps the phone number of a clinic of the cluster: digits and spaces, with or without `+`; empty takes it out. */
export const notePhone = command(
  { permission: 'meeting.invite', event: 'practice_phone.noted' },
  async ({ db }: ClusterScope, practiceId: string, written: string) => {
    const number = written.trim().replace(/\s+/g, ' ');
    if (!/^\+?[0-9 ]{0,19}$/.test(number)) return refused('phone_malformed');
    const { rows } = await sql<{ noted: boolean }>`
      select note_practice_phone(${practiceId}::uuid, ${number}) as noted`.execute(db);
    return rows[0]?.noted ? done : refused('no_such_practice');
  },
);

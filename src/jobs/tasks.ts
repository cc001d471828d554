import type { TaskList } from 'graphile-worker';
import { showSignOfLife } from '#domain/installation/health.server.ts';
import type { PostOffice } from '#domain/notices/send-letter.server.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database.ts';
import { questionnaireKeys } from '#platform/key-folder.ts';
import type { Log } from '#platform/log.ts';
import { openMailServer } from '#platform/mail.ts';
import { asSystem } from '#platform/scope.server.ts';
import type { WorkerSettings } from '#platform/settings.ts';
import { closeVotes } from './close-votes.ts';
import { followActionsTask } from './follow-actions.ts';
import { followAgreementsTask } from './follow-agreements.ts';
import { followGuestsTask } from './follow-guests.ts';
import { followInvitationsTask } from './follow-invitations.ts';
import { followOrdersTask } from './follow-orders.ts';
import { followOwnCountsTask } from './follow-own-counts.ts';
import { followPollsTask } from './follow-polls.ts';
import { followQuestionnairesTask } from './follow-questionnaires.ts';
import { holdMeetingsTask } from './hold-meetings.ts';
import { publishSpreadTask } from './publish-spread.ts';
import { sendDueLetters, sendLetterTask } from './send-letter.ts';
import type { Sweep } from './sweeping.ts';
import { tellOfTheWeekTask } from './tell-of-the-week.ts';

/** What the jobs work with: the worker's login, what the installation decided, the one clock and the log. */
export type Workplace = {
  database: Database;
  settings: Pick<WorkerSettings, 'smtpUrl' | 'mailFrom' | 'dkim' | 'publicUrl' | 'dataDir'>;
  clock: Clock;
  log: Log;
};

/** The jobs of the queue by name, what is swept besides, and the end of it all. */
export type Jobs = { tasks: TaskList; sweeps: Sweep[]; close(): void };

/** The jobs for one worker. */
export function tasksFor({ database, settings, clock, log }: Workplace): Jobs {
  const { dkim, mailFrom, smtpUrl } = settings;
  const mail = smtpUrl ? openMailServer(smtpUrl, mailFrom, dkim) : null;
  const keys = questionnaireKeys(settings.dataDir);
  const office = (): PostOffice => ({ database, mail, now: clock.now(), publicUrl: settings.publicUrl });
  return {
    tasks: {
      'send-letter': (payload) => sendLetterTask(idIn(payload), office(), log),
      'publish-spread': (payload) => publishSpreadTask(idIn(payload), database, () => clock.now()),
    },
    sweeps: [
      { name: 'letters', everySeconds: 20, run: (signal) => sendDueLetters(office, log, signal) },
      { name: 'topic_votes', everySeconds: 60, run: () => closeVotes(database, clock.now()) },
      { name: 'meetings_held', everySeconds: 600, run: () => holdMeetingsTask(database, clock.now()) },
      { name: 'agreements', everySeconds: 300, run: () => followAgreementsTask(database, clock.now()) },
      { name: 'actions', everySeconds: 900, run: () => followActionsTask(database, clock.now()) },
      { name: 'week', everySeconds: 900, run: () => tellOfTheWeekTask(database, clock.now()) },
      { name: 'polls', everySeconds: 300, run: () => followPollsTask(database, clock.now()) },
      { name: 'invitations', everySeconds: 300, run: () => followInvitationsTask(database, clock.now()) },
      { name: 'guests', everySeconds: 600, run: () => followGuestsTask(database, clock.now()) },
      {
        name: 'questionnaires',
        everySeconds: 30,
        run: () => followQuestionnairesTask(database, clock.now(), keys),
      },
      { name: 'orders', everySeconds: 300, run: () => followOrdersTask(database, clock.now()) },
      { name: 'own_counts', everySeconds: 300, run: () => followOwnCountsTask(database, clock.now()) },
      {
        name: 'sign_of_life',
        everySeconds: 20,
        run: () => asSystem(database, { now: clock.now() }, (scope) => showSignOfLife(scope)),
      },
    ],
    close: () => mail?.close(),
  };
}

function idIn(payload: unknown): { id: string } {
  const id = (payload as { id?: unknown } | null)?.id;
  if (typeof id !== 'string') throw new TypeError('a job carries one id');
  return { id };
}

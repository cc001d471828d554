import { PARTIES, type Party } from '#domain/questionnaires/question.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { WORKBOOK_TYPE, workbookOf } from '#platform/workbook.ts';
import type { Changes } from './change.ts';
import { changesSheet } from './change-export.text.ts';
import type { RoundResult } from './result.ts';
import { resultSheets } from './result-export.text.ts';
import type { PartyResults } from './result-views.ts';
import type { ResultSource } from './result-words.text.ts';
import { findRoundPage, type RoundPage } from './round-page.server.ts';
import { findResults, listTextAnswers, type TextAnswer } from './rounds.server.ts';

/** All that may be shown of a counted round: the results by party, where they are from, and the words let out. */
export type RoundResults = {
  results: PartyResults;
  sources: Record<Party, ResultSource>;
  /** The days by which the earlier round and this one are known. */
  days: { before: string | null; after: string | null };
  texts: TextAnswer[];
  /** How many answers in words nobody but the coordinator has been shown; 0 to all others. */
  unread: number;
};

/** What may be shown of a counted round to this reader; null where nothing may, or it has not been counted. */
export async function findRoundResults(scope: ClusterScope, page: RoundPage): Promise<RoundResults | null> {
  const { before, counts, partner, round } = page;
  if (round.state !== 'counted') return null;
  const results = partiesShown(await findResults(scope, round.questionnaireRoundId));
  if (Object.keys(results).length === 0) return null;
  const texts = await listTextAnswers(scope, round.questionnaireRoundId);
  const sourceOf = (party: Party): ResultSource => ({
    countedOn: round.countedOn,
    invited: counts[party]?.asked ?? null,
    partner: partner?.name ?? null,
  });
  return {
    results,
    sources: { member: sourceOf('member'), partner: sourceOf('partner') },
    days: { before: before?.countedOn ?? null, after: round.countedOn },
    texts: texts.filter(({ isReleased }) => isReleased),
    unread: texts.filter(({ isReleased }) => !isReleased).length,
  };
}

// Of a party that too few of have answered nothing is told but how many they were.
function partiesShown(results: PartyResults): PartyResults {
  const shown = PARTIES.flatMap((party) => {
    const one = results[party];
    return one && one.result.respondents >= one.result.least ? [[party, one] as const] : [];
  });
  return Object.fromEntries(shown);
}

/** What of one party is brought out as files: what its page shows, and no more. */
export type Exported = { result: RoundResult; changes: Changes | null; source: ResultSource };

/** What may be brought out of a round to this reader, of one party; null where nothing may. */
export async function findExported(
  scope: ClusterScope,
  questionnaireRoundId: string,
  of: Party,
): Promise<Exported | null> {
  const page = await findRoundPage(scope, questionnaireRoundId);
  const shown = page && (await findRoundResults(scope, page));
  const one = shown?.results[of];
  return shown && one ? { ...one, source: shown.sources[of] } : null;
}

/** What is brought out of a round as a workbook. */
export async function exportedWorkbook(
  locale: 'da' | 'en',
  { changes, ...exported }: Exported,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; mediaType: string }> {
  const sheets = [...resultSheets(locale, exported), ...(changes ? [changesSheet(locale, changes)] : [])];
  return { bytes: new Uint8Array(await workbookOf(sheets)), mediaType: WORKBOOK_TYPE };
}

import { EmbeddedRefused } from '#platform/embedded-postgres-refused.ts';
import { factsOf } from '#platform/log.ts';
import { MigrationRefused } from '#platform/migrations.ts';
import type { Problem } from '#platform/settings.ts';
import { StartRefused } from './refused.ts';
import { type SupervisorText, supervisorText } from './supervisor.text.ts';

/** The language of the terminal: English where it says so, else Danish. */
export function textOfTerminal(env = process.env): SupervisorText {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^en/i.test(locale) ? supervisorText.en : supervisorText.da;
}

/** The same said in Danish and in English, one after the other. */
export function inBoth(say: (text: SupervisorText) => string): string {
  return `${say(supervisorText.da)}\n${say(supervisorText.en)}\n`;
}

/** Each unusable setting: what stood there, and the mend, in both languages. */
export function toldProblems(problems: readonly Problem[]): string {
  const told = problems.map(
    ({ variable, found, text }) =>
      `${supervisorText.da.setting(variable, found)} ${text.da}\n${supervisorText.en.setting(variable, found)} ${text.en}\n`,
  );
  return told.join('\n');
}

/** Why a start failed: a refusal with its mend, or for an error nobody foresaw its kind and place. */
export function toldFailure(problem: unknown): string {
  if (problem instanceof StartRefused || problem instanceof EmbeddedRefused) return toldRefusal(problem);
  if (problem instanceof MigrationRefused) return `${problem.message}\n`;
  const facts = Object.entries(factsOf(problem)).filter(([, value]) => value !== undefined);
  return inBoth((text) => text.unexpected) + facts.map(([name, value]) => `  ${name}: ${value}\n`).join('');
}

// What a program said goes below both sentences, a folder or an address into them.
function toldRefusal({ reason, detail }: StartRefused | EmbeddedRefused): string {
  const isSaid = reason === 'build_failed' || reason === 'would_not_start';
  return inBoth((text) => text.refusals[reason](detail)) + (isSaid ? `${detail}\n` : '');
}

/** That Klyngerum is ready, where, and what to try, in both languages. */
export function toldReady(address: string, hasExamples: boolean): string {
  return `\n${inBoth((text) =>
    [text.ready(address), ...(hasExamples ? [text.tryIt(`${address}/demo`)] : []), text.howToStop].join(
      '\n  ',
    ),
  )}\n`;
}

import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Answers, deliverText, examine } from '#domain/deliveries/deliver-text.server.ts';
import { type Period, parsePeriod } from '#domain/deliveries/period.ts';
import type { Problem } from '#domain/deliveries/problem.ts';
import type { DeliveredFile } from '#domain/deliveries/read-file.server.ts';
import { asSystem } from '#platform/scope.server.ts';
import { findSource } from './find.ts';
import { dayIn, oneOf, optionIn, valueIn } from './given.ts';
import { type Answer, type Given, type Tool, type Verb, WrongUse } from './verb.ts';

const MOST_MEGABYTES = 200;

/** Delivers a file in the name of a source, through the same search, checks and refusals as the pages. */
export const deliverVerb: Verb = {
  words: 'deliver',
  options: ['source', 'extracted-on', 'decimal', 'year-from-month', 'indicator', 'period', 'zeros'],
  needed: ['source'],
  rest: ['file'],
  async run(tool, given) {
    const answers = answersIn(given);
    const file = await fileIn(given.rest[0]!);
    const { owner, now, text } = tool;
    const source = await asSystem(owner, { now: now() }, (scope) =>
      findSource(scope, valueIn(given, 'source')),
    );
    if (typeof source === 'string') return { done: false, reason: source };
    tool.tell(text.delivering(file.name, source.name));
    const outcome = await asSystem(owner, { now: now() }, (scope) =>
      deliverText(scope, source.id, file, answers),
    );
    if (!outcome.done) return explained(tool, source.id, { file, answers, reason: outcome.reason });
    return { done: true, made: { ...outcome.made }, told: text.delivered(outcome.made) };
  },
};

function answersIn(given: Given): Answers {
  const split = optionIn(given, 'year-from-month', (text) => oneOfMonths(Number(text)));
  return {
    decimal: optionIn(given, 'decimal', oneOf([',', '.'])) ?? undefined,
    splitYearFrom: split ?? undefined,
    indicatorKey: given.options.indicator,
    period: optionIn(given, 'period', periodIn) ?? undefined,
    areZerosReal: optionIn(given, 'zeros', oneOf(['real', 'missing'])) === 'real' || undefined,
    extractedOn: optionIn(given, 'extracted-on', dayIn) ?? undefined,
  };
}

const oneOfMonths = (month: number) =>
  Number.isInteger(month) && month >= 1 && month <= 12 ? month : undefined;
const periodIn = (text: string): Period | undefined => parsePeriod(text) ?? undefined;

async function fileIn(path: string): Promise<DeliveredFile> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new WrongUse(path);
  if (found.size > MOST_MEGABYTES * 1024 * 1024) throw new WrongUse(`${path} > ${MOST_MEGABYTES} MB`);
  return { name: basename(path), bytes: await readFile(path) };
}

type Refused = { file: DeliveredFile; answers: Answers; reason: string };

// What a page would show beside the refusal: where it lies, and which questions are open. Never a cell.
async function explained(tool: Tool, sourceId: string, { file, answers, reason }: Refused): Promise<Answer> {
  const { text } = tool;
  const sentence = text.refusals[reason as keyof typeof text.refusals] ?? text.refused(reason);
  const examined = await asSystem(tool.owner, { now: tool.now() }, (scope) =>
    examine(scope, sourceId, file, answers),
  );
  if ('refusal' in examined) {
    const { line, column } = examined.refusal as { line?: number; column?: number };
    const place = line ? ` ${text.place(line, column ?? null)}` : '';
    return { done: false, reason, told: `${sentence}${place}` };
  }
  const problems = 'problems' in examined.checked ? examined.checked.problems : [];
  return {
    done: false,
    reason,
    told: [sentence, ...problems.map((one) => `  ${saidOf(tool, one)}`)].join('\n'),
  };
}

function saidOf({ text }: Tool, { kind, line, column, name }: Problem): string {
  const place = line || column ? ` (${text.place(line, column)})` : '';
  return `${text.problems[kind]}${name ? `: ${name}` : ''}${place}`;
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import type { Figure, Part } from './figure.ts';

const RESULTS = join(import.meta.dirname, 'results');

/** Prints a part as a table of lines. */
export function tell({ name, how, figures }: Part): void {
  const width = Math.max(...figures.map(({ what }) => what.length));
  const lines = figures.map(
    (figure) => `  ${figure.what.padEnd(width)}  ${amountOf(figure)}${budgetOf(figure)}`,
  );
  process.stdout.write(`\n${name}\n  (${how})\n${lines.join('\n')}\n`);
}

function amountOf({ value, unit }: Figure): string {
  return `${unit === 'ratio' ? `${value} ×` : `${value} ${unit}`}`.padEnd(16);
}

function budgetOf({ budget, isWithin }: Figure): string {
  if (!budget) return '';
  const bound = 'atMost' in budget ? `at most ${budget.atMost}` : `at least ${budget.atLeast}`;
  return `budget: ${bound} ${isWithin ? '— holds' : '— DOES NOT HOLD'}`;
}

/** Writes everything as JSON to bench/results/latest.json, with the day, the machine and how busy it was. */
export function write(parts: readonly Part[], started: Date): string {
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, 'latest.json');
  const machine = {
    cores: availableParallelism(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    loadAtTheEnd: loadavg().map((load) => Number(load.toFixed(2))),
  };
  const seconds = Math.round((Date.now() - started.getTime()) / 1000);
  writeFileSync(file, `${JSON.stringify({ started, seconds, machine, parts }, null, 2)}\n`);
  return file;
}

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '#platform/embedded-postgres.ts';
import { migrate } from '#platform/migrations.ts';

/*
 * Switches off one rule after another, and runs the tests that guard it: whichever goes unnoticed is printed, and
 * the exit code tells. Run by hand, `node src/test/switch-off.ts`, in a copy of the tree that it makes itself;
 * `docs/decisions/` records a run. It is not part of `npm test`: it takes some minutes.
 */

type Rule = {
  name: string;
  sql?: string;
  change?: { file: string; from: string; to: string };
  tests: string[];
};

/* The tries at the gates, and the sweep of everybody over everything. */
const GATES = 'src/gates';
const DATABASE_TESTS = [
  'src/domain/benchmarks/publish-spread.test.ts',
  'src/domain/members',
  'src/domain/clusters',
  'src/domain/deliveries',
  'src/domain/notices',
  'src/domain/tryout',
  'src/domain/topics',
  'src/domain/packages',
  'src/domain/meetings',
  'src/domain/polls',
  'src/domain/invitations',
  'src/domain/partners',
  'src/domain/orders',
  'src/domain/agreements',
  'src/domain/economy',
  'src/domain/overview',
];
const RULE_TESTS = ['src/domain/benchmarks', 'src/domain/access', 'src/domain/indicators', GATES];

const DISCLOSURE = 'src/domain/benchmarks/disclosure.ts';
const CONTRIBUTIONS = 'src/domain/benchmarks/contributions.server.ts';
const INDICATOR = 'src/domain/indicators/indicator.ts';
const OWN = 'src/domain/benchmarks/own-place.ts';
const PERMISSION = 'src/domain/access/permission.ts';
const PUBLISH = 'src/domain/benchmarks/publish-spread.server.ts';

const CHANGES: [name: string, file: string, from: string, to: string][] = [
  ['dots only from ten', DISCLOSURE, 'dots: 10, median: 6', 'dots: 9, median: 6'],
  ['the median only from six', DISCLOSURE, 'median: 6, change: 6', 'median: 5, change: 6'],
  ['heaps of six', DISCLOSURE, 'change: 6 }', 'change: 5 }'],
  ['each heap is hidden', DISCLOSURE, '[unchanged, gone, come].every', '[unchanged, gone, come].some'],
  ['at most one later version', DISCLOSURE, 'latest.version === 1 &&', ''],
  ['dots are sorted', DISCLOSURE, '[...places].sort((a, b) => a - b)', '[...places]'],
  ['quantiles are rounded', DISCLOSURE, 'Math.round(below +', '(below +'],
  ['the outer 5 % of a quantile', DISCLOSURE, 'if (place < 5) return 0;', ''],
  ['another source’s same figures', DISCLOSURE, 'turnover.unchanged >= thresholds.change &&', 'false &&'],
  ['a threshold is never lowered', DISCLOSURE, '|| wish < least', ''],
  ['totals only from ten', DISCLOSURE, 'if (figures.length < dots) return null;', ''],
  ['totals rounded to 5', DISCLOSURE, '5 * Math.round(', '1 * Math.round('],
  ['a place is a whole per cent', INDICATOR, 'position: Math.round(percent)', 'position: percent'],
  ['the outer 5 % is the edge', INDICATOR, 'const OUTER = 5;', 'const OUTER = 0;'],
  [
    'only a sufficient denominator contributes',
    INDICATOR,
    'denominator >= indicator.smallestDenominator',
    'denominator >= 0',
  ],
  ['only who said yes contributes', CONTRIBUTIONS, "and 'yes' = (", "and 'maybe' <> ("],
  [
    'only who is in the cluster today contributes',
    CONTRIBUTIONS,
    'cp.cluster_id = ${subject.clusterId} and cp.valid @> current_day()',
    'cp.cluster_id = ${subject.clusterId}',
  ],
  [
    'only confirmed deliveries contribute',
    CONTRIBUTIONS,
    "d.state = 'confirmed' and d.source_id",
    'd.source_id',
  ],
  [
    'sources never mix',
    CONTRIBUTIONS,
    "and d.state = 'confirmed' and d.source_id = ${subject.sourceId}",
    "and d.state = 'confirmed'",
  ],
  [
    'the exact period',
    CONTRIBUTIONS,
    'and m.period_from = ${subject.periodFrom} and m.period_until = ${subject.periodUntil}',
    '',
  ],
  [
    'a version makes room for its successor',
    PUBLISH,
    '.set({ takenDownAt: scope.now })',
    '.set({ takenDownAt: null })',
  ],
  ['comparison words from 30 patients', OWN, 'LEAST_PATIENTS = 30', 'LEAST_PATIENTS = 3'],
  ['comparison words from reliability 0.7', OWN, 'LEAST_RELIABILITY = 0.7', 'LEAST_RELIABILITY = 0'],
  ['no words without a level', OWN, "if (reference === null) return 'unknown';", ''],
  [
    'roles are asked',
    PERMISSION,
    "if (!rule.roles.some((role) => asker.roles?.includes(role))) return 'not_permitted';",
    '',
  ],
  [
    'publishing is confirmed again',
    PERMISSION,
    "rule.isConfirmedAgain && !isFresh(asker) ? 'confirm_again' : null",
    'null',
  ],
];

async function policies(): Promise<Rule[]> {
  const server = await startEmbedded(mkdtempSync(join(tmpdir(), 'kr-off-')));
  await migrate(server.urls.owner);
  const owner = new pg.Client({ connectionString: server.urls.owner });
  await owner.connect();
  const { rows } = await owner.query(`
    select c.relname, p.polname, p.polqual is not null as has_using, p.polwithcheck is not null as has_check,
      coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) as rule
    from pg_policy p join pg_class c on c.oid = p.polrelid order by 1, 2`);
  await owner.end();
  await server.stop();
  // A policy that lets everything through already guards nothing: indicators, places, and what the worker writes.
  return rows
    .filter(({ rule }) => rule !== 'true')
    .map(({ relname, polname, has_using, has_check }) => ({
      name: `policy ${polname} on ${relname}`,
      sql: `alter policy ${polname} on ${relname} ${has_using ? 'using (true)' : ''} ${has_check ? 'with check (true)' : ''}`,
      tests: DATABASE_TESTS,
    }));
}

function notices({ sql, change, tests }: Rule, tree: string): boolean {
  const path = change && join(tree, change.file);
  const original = path ? readFileSync(path, 'utf8') : '';
  if (path && change) {
    if (!original.includes(change.from)) throw new Error(`${change.file} no longer says: ${change.from}`);
    writeFileSync(path, original.replace(change.from, change.to));
  }
  const env = { ...process.env, ...(sql ? { KLYNGERUM_SWITCH_OFF: sql } : {}) };
  // The quick ones first: most rules are missed there already.
  const fails = (files: string[]) =>
    spawnSync(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--project',
        'core',
        '--project',
        'rules',
        '--bail',
        '1',
        ...files,
      ],
      { cwd: tree, env },
    ).status !== 0;
  const isNoticed = fails(change ? [RULE_TESTS[0]!] : [GATES]) || fails(tests);
  if (path) writeFileSync(path, original);
  return isNoticed;
}

function copyOfTree(): string {
  const tree = mkdtempSync(join(tmpdir(), 'kr-tree-'));
  const left = /node_modules|\/\.git(\/|$)|\/build(\/|$)|\/data(\/|$)/;
  cpSync('.', tree, { recursive: true, filter: (source) => !left.test(`/${source}`) });
  symlinkSync(join(process.cwd(), 'node_modules'), join(tree, 'node_modules'));
  return tree;
}

const wanted = new RegExp(process.argv[2] ?? '');
const rules: Rule[] = [
  ...CHANGES.map(([name, file, from, to]) => ({ name, change: { file, from, to }, tests: RULE_TESTS })),
  ...(await policies()),
].filter(({ name }) => wanted.test(name));
const tree = copyOfTree();
if (notices({ name: 'nothing', tests: [...RULE_TESTS, ...DATABASE_TESTS] }, tree))
  throw new Error('The tests fail as they stand, so that nothing can be learned from them.');
const unnoticed: string[] = [];
for (const [index, rule] of rules.entries()) {
  const isNoticed = notices(rule, tree);
  if (!isNoticed) unnoticed.push(rule.name);
  console.log(`${index + 1}/${rules.length} ${isNoticed ? 'noticed  ' : 'UNNOTICED'} ${rule.name}`);
}
console.log(`\n${rules.length - unnoticed.length} of ${rules.length} noticed`);
process.exitCode = unnoticed.length > 0 ? 1 : 0;

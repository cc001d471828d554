import { sql } from 'kysely';
import { owner } from '#test/world.ts';
import { aGatedWorld, type Gated } from './gates.fixtures.ts';
import { fillOwnCounts } from './gates-own-counts.fixtures.ts';
import { asWeb } from './gates-trying.fixtures.ts';

/** Somebody who may ask the database: whose token or link it is, and the places that are named with it. */
type Asker = {
  who: { token: string } | { link: string };
  place: { clusterId?: string | undefined; sourceId?: string | undefined };
};
type Counts = Record<string, Record<string, number>>;

/** Places and definitions, which everybody knows. */
const KNOWN_TO_ALL =
  /^(region|municipality|municipality_region|indicator|reference|package|example_letter|migration)$/;

/** The gated world, and everybody in and around it who may ask. */
export async function aSweptWorld(): Promise<{ world: Gated; askers: Record<string, Asker> }> {
  const world = await aGatedWorld();
  const { clusterId } = world.cluster;
  await fillOwnCounts({ clusterId, meetingId: world.meetings.ahead }, world.second, world.people.doctor);
  const askers: Record<string, Asker> = {};
  for (const [role, who] of Object.entries(world.people)) {
    const { sourceId } = role === 'untrusted' ? world.untrusted : world.source;
    askers[role] = { who, place: { clusterId, sourceId } };
  }
  const home = { clusterId: world.other.clusterId, sourceId: world.foreign.sourceId };
  askers['the neighbour at home'] = { who: world.people.neighbour, place: home };
  for (const [role, who] of Object.entries(world.links)) askers[role] = { who, place: {} };
  await letTry();
  return { world, askers };
}

/* Runs a statement for whoever asks and takes it back: how many rows it changed or counted, -1 when it was refused. */
async function letTry(): Promise<void> {
  await sql`
    create function tried(statement text, is_count boolean) returns integer language plpgsql as $$
    declare rows integer;
    begin
      begin
        if is_count then execute statement into rows; else execute statement; get diagnostics rows = row_count; end if;
        raise exception using errcode = 'KR001';
      exception
        when sqlstate 'KR001' then return rows;
        when insufficient_privilege then return -1;
        -- A constraint is asked after the policies: what it refuses they had let through.
        when integrity_constraint_violation then return 1;
      end;
    end $$`.execute(owner);
  await sql`grant execute on function tried(text, boolean) to klyngerum_web`.execute(owner);
}

/** The tables that row-level security guards, but for what everybody knows. */
export async function listGuarded(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relrowsecurity order by relname`.execute(
    owner,
  );
  return rows.map(({ name }) => name).filter((name) => !KNOWN_TO_ALL.test(name));
}

async function tryAll({ who, place }: Asker, statements: string[], isCount: boolean): Promise<number[]> {
  return asWeb(who, place, async (db) => {
    const { rows } = await sql<{ answer: number }>`
      select tried(statement, ${isCount}) as answer from unnest(${statements}::text[]) with ordinality as s (statement, place) order by place`.execute(
      db,
    );
    return rows.map(({ answer }) => answer);
  });
}

/** How many rows each of the askers gets of the statements, by the name of the statement; nothing where none. */
export async function sweep(
  askers: Record<string, Asker>,
  statements: Record<string, string>,
  isCount: boolean,
): Promise<Counts> {
  const swept: Counts = Object.fromEntries(Object.keys(statements).map((name) => [name, {}]));
  const tried = await Promise.all(
    Object.entries(askers).map(async ([role, asker]) => {
      return [role, await tryAll(asker, Object.values(statements), isCount)] as const;
    }),
  );
  for (const [role, answers] of tried) {
    for (const [at, name] of Object.keys(statements).entries())
      if (answers[at]! > 0) swept[name]![role] = answers[at]!;
  }
  return swept;
}

/** The same of several statements by one name: how many rows all of the insertions, or the best of the others, got. */
export async function sweepWrites(
  askers: Record<string, Asker>,
  writes: Record<string, string[]>,
): Promise<Counts> {
  const single = Object.entries(writes).flatMap(([name, all]) =>
    all.map((statement, at) => [`${name}#${at}`, statement] as const),
  );
  const swept = await sweep(askers, Object.fromEntries(single), false);
  const counts: Counts = {};
  for (const [name, all] of Object.entries(writes)) {
    counts[name] = {};
    for (const role of Object.keys(askers)) {
      const got = all.map((_, at) => swept[`${name}#${at}`]![role] ?? 0);
      const most = name.endsWith('insert') ? got.reduce((a, b) => a + b, 0) : Math.max(0, ...got);
      if (most > 0) counts[name]![role] = most;
    }
  }
  return together(counts);
}

/* Columns of a table that the same people may change stand on one line. */
function together(counts: Counts): Counts {
  const columns = new Map<string, string[]>();
  for (const [name, roles] of Object.entries(counts)) {
    const [act = '', column] = name.split(/(?<=: update) /);
    const key = JSON.stringify([act, roles]);
    columns.set(key, [...(columns.get(key) ?? []), ...(column ? [column] : [])]);
  }
  return Object.fromEntries(
    [...columns].map(([key, names]) => {
      const [act, roles] = JSON.parse(key) as [string, Record<string, number>];
      return [[act, names.join(' ')].filter(Boolean).join(' '), roles];
    }),
  );
}

/** As it is reviewed: a line for each table, function or act, with who gets how much of it. */
export function written(counts: Counts): string {
  const lines = Object.entries(counts).map(([name, roles]) => {
    const said = Object.entries(roles).map(([role, count]) => `${role} ${count}`);
    return [name, said.length > 0 ? said.join(', ') : 'nobody'];
  });
  return `${JSON.stringify(Object.fromEntries(lines), null, 2)}\n`;
}

/** What is read: every table and view of which web may read a column. */
export async function listReads(): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string }>`
    select distinct table_name as name from information_schema.column_privileges
    where grantee = 'klyngerum_web' and privilege_type = 'SELECT' and table_schema = 'public' order by name`.execute(
    owner,
  );
  const names = rows.map(({ name }) => name).filter((name) => !KNOWN_TO_ALL.test(name));
  return Object.fromEntries(names.map((name) => [name, `select count(*)::int from ${name}`]));
}

/* Asked before anybody is known, or to make somebody known; or they tell of a moment, a hash, the installation. */
const BEFORE_ANYBODY =
  /^(enter|enter_by_link|visitor|start_session|start_example_session|example_person|request_sign_in|person_of_link|owner_of_token|attempt_allowed|current_day|current_moment|hash_of|health|stage_figures|tried|cluster_of_old_link)$/;
/* They say of an id that somebody holds already how its thing stands, and say the same to everybody. */
const SAME_TO_ALL =
  /^(is_a_claim|is_asked|is_own_count|is_meeting_ahead|is_new_source|is_open_poll|takes_questions)$/;

/* Answers that tell and change nothing. */
const NOTHING = `'false', '0', '', '{}', 'not_asked', 'round_closed', 'answered_already'`;

/*
 * What is told by a function that looks with the owner's eyes: each is asked about every id that there is in the
 * clusters, with words that say yes, and the answers that tell or change something are counted.
 */
export async function listQuestions(): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string; types: string; tellsRows: boolean }>`
    select proname as name, oidvectortypes(proargtypes) as types, proretset as "tellsRows" from pg_proc p
    where pronamespace = 'public'::regnamespace and has_function_privilege('klyngerum_web', p.oid, 'execute') and prorettype <> 'trigger'::regtype
      and oidvectortypes(proargtypes) in ('', 'text', 'uuid', 'uuid, text', 'uuid, bytea', 'uuid, jsonb') order by 1`.execute(
    owner,
  );
  const ids = await listIds();
  const asked = rows.filter(({ name }) => !BEFORE_ANYBODY.test(name) && !SAME_TO_ALL.test(name));
  return Object.fromEntries(
    asked.map(({ name, types, tellsRows }) => {
      const word = `'${'yes'.padEnd(/^(make|open)_/.test(name) ? 40 : 3, 'A')}'`;
      const words = types
        .replace('uuid', 'id')
        .replace('text', word)
        .replace('bytea', `decode(repeat('00', 64), 'hex')`)
        .replace('jsonb', `'{"tryg":"4"}'`);
      const from = types.startsWith('uuid') ? `unnest('{${ids}}'::uuid[]) id` : '(select null) once';
      const told = tellsRows
        ? `select count(*)::int from ${from}, lateral ${name}(${words}) told`
        : `select count(*)::int from (select ${name}(${words})::text as told from ${from}) t where told not in (${NOTHING})`;
      return [`${name}(${types})`, told];
    }),
  );
}

/*
 * The ids of what questions are asked about, of both clusters. Those of sources come last: what is made under an id
 * that a source has already is refused, and with it all that was asked together.
 */
async function listIds(): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (
    select meeting_id as id from meeting union select member_id from member union select date_option_id from date_option
    union select date_poll_id from date_poll union select topic_vote_id from topic_vote
    union select partner_question_id from partner_question union select venue_told_id from venue_told
    union select figure_order_id from figure_order union select guest_id from guest union select questionnaire_round_id from questionnaire_round union select delivery_id from delivery
    union select own_count_ask_id from own_count_ask union select source_id from source union select practice_id from practice
    union select practice_number_id from practice_number
    ) all_there_is order by id in (select source_id from source), id`.execute(owner);
  return rows.map(({ id }) => id);
}

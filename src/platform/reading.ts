import { type DatabaseConnection, type Dialect, DummyDriver, type Kysely, Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './schema.gen.ts';

/** On whose behalf a read is made. Row-level security looks each of them up and takes nobody's word. */
export type Context = {
  token: string | null;
  clusterId: string | null;
  sourceId: string | null;
  now: Date;
};

/**
 * A database for reading on somebody's behalf, without `begin` and `commit`: each query goes out in one message
 * together with its context, and the two are one transaction of their own, in which nothing can be written.
 * Several queries may run side by side; each sees what is committed when it runs.
 */
export function readingThrough(
  { database, dialect, pool }: { database: Kysely<DB>; dialect: Dialect; pool: pg.Pool },
  context: Context,
): Transaction<DB> {
  const connection: DatabaseConnection = {
    async executeQuery({ sql, parameters }) {
      const client = await pool.connect();
      try {
        return { rows: await ask(client, context, { text: sql, values: [...parameters] }) };
      } finally {
        client.release();
      }
    },
    async *streamQuery() {
      yield* [];
      throw new Error('A read in one message cannot be streamed.');
    },
  };
  const executor = database.getExecutor().withConnectionProvider({
    provideConnection: (consumer) => consumer(connection),
  });
  return new Transaction<DB>({ config: { dialect }, dialect, driver: new DummyDriver(), executor });
}

/** What a connection of `pg` can send, with the list of the statements that it holds prepared. */
type Wire = {
  stream: { cork(): void; uncork(): void };
  parsedStatements: Record<string, string | undefined>;
  parse(statement: { name: string; text: string }): void;
  bind(portal: { statement: string; values: (string | null)[] }): void;
  execute(portal: object): void;
};
type Question = { text: string; values: unknown[] };
type Sent = pg.Query & { name?: string | undefined };
type Answer = { rows: never[] };

// Answers no row. The settings hold until the transaction ends, which is the end of the message.
const SET_CONTEXT = `select where concat(set_config('app.token', $1, true), set_config('app.cluster', $2, true),
  set_config('app.source', $3, true), set_config('app.now', $4, true),
  set_config('transaction_read_only', 'on', true)) is null`;
const CONTEXT = 'context';

function ask(client: pg.PoolClient, context: Context, question: Question): Promise<never[]> {
  return new Promise((resolve, reject) => {
    // The first answer is the context's, which is empty.
    const answered = (problem: Error | null | undefined, answers: unknown) =>
      problem ? reject(problem) : resolve((answers as Answer[])[1]!.rows);
    const query: Sent = new pg.Query({ ...question, queryMode: 'extended' } as pg.QueryConfig, answered);
    const submit = query.submit.bind(query);
    query.submit = (connection) => {
      const wire = connection as unknown as Wire;
      wire.stream.cork();
      try {
        query.name = sendContext(wire, context) ? nameOf(question.text) : undefined;
        return submit(connection);
      } finally {
        wire.stream.uncork();
      }
    };
    client.query(query);
  });
}

/** Whether the connection held the statement already: `pg` keeps the books of one new statement a message. */
function sendContext(wire: Wire, { token, clusterId, sourceId, now }: Context): boolean {
  const isHeld = wire.parsedStatements[CONTEXT] !== undefined;
  if (!isHeld) wire.parse({ name: CONTEXT, text: SET_CONTEXT });
  wire.parsedStatements[CONTEXT] = SET_CONTEXT;
  const values = [token ?? '', clusterId ?? '', sourceId ?? '', now.toISOString()];
  wire.bind({ statement: CONTEXT, values });
  wire.execute({});
  return isHeld;
}

const MOST_NAMES = 200;
const names = new Map<string, string>();

/** A statement with a name is planned once a connection. A text with lists of any length gets none in the end. */
function nameOf(text: string): string | undefined {
  const name = names.get(text);
  if (name || names.size >= MOST_NAMES) return name;
  names.set(text, `read_${names.size}`);
  return names.get(text);
}

import pg from 'pg';

/** The passwords of the three logins. */
export type LoginPasswords = { owner: string; web: string; worker: string };

export const DATABASE = 'klyngerum';
export const LOGINS = {
  owner: 'klyngerum_owner',
  web: 'klyngerum_web',
  worker: 'klyngerum_worker',
} as const;

/**
 * Makes the server ready for migrations: the three logins, none of them above row-level security, and the
 * database, which the owner owns and strangers cannot enter. The owner may act as the worker, whose queue
 * it lays out, and inherits nothing from it. May be repeated; passwords become those given.
 */
export async function prepareRoles(superuserUrl: string, passwords: LoginPasswords): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    // The operator's tool may come just when a server that fell is started again; PostgreSQL refuses two at once.
    await client.query("select pg_advisory_lock(hashtextextended('klyngerum.roles', 0))");
    for (const [part, login] of Object.entries(LOGINS))
      await prepareLogin(client, login, passwords[part as keyof LoginPasswords]);
    await client.query(`grant ${LOGINS.worker} to ${LOGINS.owner}${await withoutInheriting(client)}`);
    if (!(await isThere(client, 'select from pg_database where datname = $1', DATABASE)))
      await client.query(`create database ${DATABASE} owner ${LOGINS.owner}`);
    await client.query(`
      revoke all on database ${DATABASE} from public;
      grant connect, temporary on database ${DATABASE} to ${LOGINS.web}, ${LOGINS.worker};
      revoke all on database postgres from public;
      revoke all on database template1 from public`);
  } finally {
    await client.end();
  }
}

async function prepareLogin(client: pg.Client, login: string, password: string): Promise<void> {
  const isKnown = await isThere(client, 'select from pg_roles where rolname = $1', login);
  await client.query(`${isKnown ? 'alter' : 'create'} role ${login} with
    login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password ${client.escapeLiteral(password)}`);
}

// PostgreSQL 15 has no such words; there the owner inherits what the worker may.
async function withoutInheriting(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  return (rows[0]?.version ?? 0) >= 160_000 ? ' with inherit false, set true' : '';
}

async function isThere(client: pg.Client, query: string, name: string): Promise<boolean> {
  return (await client.query(query, [name])).rowCount === 1;
}

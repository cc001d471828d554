import { type Account, accountFor, asAccount } from './embedded-postgres-account.ts';
import { binariesFor } from './embedded-postgres-binaries.ts';
import { layDown, placeFor, refuseStrangers, secretsIn } from './embedded-postgres-folder.ts';
import { DATABASE, LOGINS, prepareRoles } from './embedded-postgres-roles.ts';
import { beginServer, findServer, type Server, stopServer } from './embedded-postgres-server.ts';

/** Addresses of the embedded database; `superuser` goes to nobody but who prepares it. */
export type EmbeddedUrls = { owner: string; web: string; worker: string; superuser: string };

/**
 * A running embedded database. `adopted`: it was already running, and whoever started it is gone or is
 * still there. `ended` is fulfilled when it no longer runs. `stop` ends it in order, writing everything.
 */
export type Embedded = {
  urls: EmbeddedUrls;
  adopted: boolean;
  pid: number;
  ended: Promise<void>;
  stop(): Promise<void>;
};

/**
 * `account`: as whom to run. `parameters`: settings of PostgreSQL beside ours, as name=value. `signal`:
 * calls off a start that is under way.
 */
export type EmbeddedOptions = { account?: Account; parameters?: readonly string[]; signal?: AbortSignal };

/**
 * Starts the PostgreSQL of the data folder, or adopts the one that runs on it, with the three logins and
 * the database ready for migrations. It listens on a socket in a closed folder and nowhere else, and ends
 * by itself when the thread that called this dies. Throws `EmbeddedRefused` where it cannot.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const account = options.account ?? accountFor(dataDir);
  const place = placeFor(dataDir, account);
  refuseStrangers(place);
  const secrets = secretsIn(dataDir, place);
  const url = (login: string, password: string, database: string) =>
    `postgres://${login}:${password}@localhost/${database}?host=${encodeURIComponent(place.run)}`;
  const urls = {
    owner: url(LOGINS.owner, secrets.owner, DATABASE),
    web: url(LOGINS.web, secrets.web, DATABASE),
    worker: url(LOGINS.worker, secrets.worker, DATABASE),
    superuser: url('postgres', secrets.superuser, 'postgres'),
  };
  const running = await findServer(place, urls.superuser);
  const server = running ?? (await launch());
  await prepareRoles(urls.superuser, secrets);
  const { adopted, pid, ended } = server;
  return { adopted, pid, ended, urls, stop: () => stopServer(server) };

  async function launch(): Promise<Server> {
    const binaries = binariesFor(account, place.spare);
    await layDown(dataDir, place, account, { binaries, superuserPassword: secrets.superuser });
    const parameters = [...PARAMETERS, `unix_socket_directories=${place.run}`, ...(options.parameters ?? [])];
    const settings = parameters.flatMap((parameter) => ['-c', parameter]);
    const command = asAccount(account, 'INT', [binaries.postgres, '-D', place.files, ...settings]);
    return beginServer(place, command, options.signal);
  }
}

// A log line of PostgreSQL can carry a cell of a file, so it writes of nothing but its own end.
const PARAMETERS = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'port=5432',
  'max_connections=60',
  'shared_buffers=128MB',
  'work_mem=8MB',
  'maintenance_work_mem=64MB',
  'max_wal_size=1GB',
  'min_wal_size=80MB',
  'jit=off',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_min_messages=fatal',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_checkpoints=off',
  'password_encryption=scram-sha-256',
];

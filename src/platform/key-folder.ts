import { chmod, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The private halves of keys, one file each under the id of what it opens. They are nowhere else. */
export type KeyFolder = {
  /** Keeps a key; when this has answered, it survives a crash. */
  keep(id: string, key: Buffer): Promise<void>;
  /** The key of this id, or null when there is none; throws when it cannot be told whether there is. */
  find(id: string): Promise<Buffer | null>;
  /** Forgets the key of this id, if there is one. */
  forget(id: string): Promise<void>;
  /** The ids of the keys there are. */
  list(): Promise<string[]>;
};

const ID = /^[0-9a-f-]{36}$/;

/** Where the keys of questionnaires are, below the data folder of the installation. */
export function questionnaireKeys(dataDir: string): KeyFolder {
  return keyFolder(join(dataDir, 'questionnaire-keys'));
}

/** The keys in this folder, which is made when needed and opens to nobody else. */
export function keyFolder(folder: string): KeyFolder {
  const fileOf = (id: string) => {
    if (!ID.test(id)) throw new TypeError('a key is kept under an id');
    return join(folder, id);
  };
  return {
    async keep(id, key) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await chmod(folder, 0o700);
      const written = `${fileOf(id)}.new`;
      const file = await open(written, 'w', 0o600);
      try {
        await file.writeFile(key);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(written, fileOf(id));
      await settle(folder);
    },
    find: (id) => readFile(fileOf(id)).catch((problem) => unlessAbsent(problem, null)),
    async forget(id) {
      await rm(fileOf(id), { force: true });
    },
    async list() {
      const files = await readdir(folder).catch((problem) => unlessAbsent(problem, [] as string[]));
      return files.filter((name) => ID.test(name));
    },
  };
}

// A key that cannot be read just now is not gone: what it opens would be thrown away.
function unlessAbsent<Otherwise>(problem: unknown, otherwise: Otherwise): Otherwise {
  if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return otherwise;
  throw problem;
}

// A new name lasts once its folder has been written; where a folder cannot be, the system sees to it.
async function settle(folder: string): Promise<void> {
  const opened = await open(folder).catch(() => null);
  await opened?.sync().catch(() => undefined);
  await opened?.close();
}

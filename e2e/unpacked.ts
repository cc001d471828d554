import { fromBuffer } from 'yauzl';

/** What an answer says, also where it says it in a ZIP file: the text of all that is in it. */
export async function unpacked(answer: Response): Promise<string> {
  const bytes = Buffer.from(await answer.arrayBuffer());
  const isPacked = answer.headers.get('content-type')?.includes('zip') ?? false;
  return isPacked ? textOfZip(bytes) : bytes.toString();
}

function textOfZip(bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const texts: string[] = [];
    fromBuffer(bytes, { lazyEntries: true }, (problem, zip) => {
      if (problem) return reject(problem);
      zip.on('entry', (entry) =>
        zip.openReadStream(entry, (broken, stream) => {
          if (broken) return reject(broken);
          const pieces: Buffer[] = [];
          stream.on('data', (piece: Buffer) => pieces.push(piece));
          stream.on('end', () => {
            texts.push(entry.fileName, Buffer.concat(pieces).toString());
            zip.readEntry();
          });
        }),
      );
      zip.on('end', () => resolve(texts.join('\n')));
      zip.on('error', reject);
      zip.readEntry();
    });
  });
}

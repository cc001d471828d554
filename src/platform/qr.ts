import { create } from 'qrcode';

/** A square code that a phone's camera reads: so many modules wide and high, and the dark ones as an SVG path. */
export type QrCode = { size: number; path: string };

/** The code of an address, with redundancy for a crease or a stain. Deterministic. */
export function qrOf(address: string): QrCode {
  const { data, size } = create(address, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (const [at, isDark] of data.entries())
    if (isDark) path += `M${at % size} ${Math.floor(at / size)}h1v1h-1z`;
  return { size, path };
}

import type { Extension } from 'fhir/r4';
import { EXTENSION, YES_NO_SCALE } from './fhir-address.ts';
import { QUESTION_SCALES, type QuestionScale } from './question.ts';

/** What the extensions of an item say, and the addresses of those that nobody here knows. */
export type Extended = {
  readonly scale: QuestionScale | typeof YES_NO_SCALE | null;
  readonly lowLabel: string;
  readonly highLabel: string;
  readonly isReversed: boolean;
  readonly unit: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly partnerQuestion: string;
  readonly strange: readonly string[];
};

const KNOWN: ReadonlySet<string> = new Set(Object.values(EXTENSION));

/** Reads the extensions of an item; how something is shown is let pass. */
export function extended(extensions: readonly Extension[]): Extended {
  const found = (url: string) => extensions.find((extension) => extension.url === url);
  const scale = found(EXTENSION.scale)?.valueCode;
  const names = [...QUESTION_SCALES, YES_NO_SCALE] as const;
  const known = names.find((name) => name === scale) ?? null;
  const unit = found(EXTENSION.unit)?.valueCoding;
  return {
    scale: known,
    lowLabel: found(EXTENSION.lowLabel)?.valueString ?? '',
    highLabel: found(EXTENSION.highLabel)?.valueString ?? '',
    isReversed: found(EXTENSION.isReversed)?.valueBoolean ?? false,
    unit: unit?.display ?? unit?.code ?? '',
    min: numberOf(found(EXTENSION.min)),
    max: numberOf(found(EXTENSION.max)),
    partnerQuestion: found(EXTENSION.partnerQuestion)?.valueString ?? '',
    strange: [
      ...extensions.map(({ url }) => url).filter((url) => !KNOWN.has(url)),
      ...(scale !== undefined && known === null ? [`${EXTENSION.scale}: ${scale}`] : []),
    ],
  };
}

function numberOf(extension: Extension | undefined): number | null {
  return extension?.valueDecimal ?? extension?.valueInteger ?? null;
}

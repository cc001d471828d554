import { dayRead, dayWritten } from '#domain/meetings/calendar-day.ts';
import { ASKED, type RoundWish } from './round.ts';

/** The form of a round as it was typed. */
export type TypedRound = { asks: string; partner: string; names: string; opensOn: string; closesOn: string };

/** Reads the fields `asks`, `partner`, `names`, `opensOn` and `closesOn`. */
export function typedRoundIn(form: FormData): TypedRound {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return {
    asks: text('asks'),
    partner: text('partner'),
    names: text('names'),
    opensOn: text('opensOn'),
    closesOn: text('closesOn'),
  };
}

/** A wish as a form shows it. */
export function typedOf({ asks, closesOn, isNamed, opensOn, partnerId }: RoundWish): TypedRound {
  return {
    asks,
    partner: partnerId ?? '',
    names: isNamed ? 'named' : 'anonymous',
    opensOn: dayWritten(opensOn),
    closesOn: dayWritten(closesOn),
  };
}

export type TypedRefusal = 'nobody_asked' | 'day_not_understood' | 'day_missing';

type Days = Pick<RoundWish, 'opensOn' | 'closesOn'>;

/**
 * What was typed as a wish, or why it is none. Two empty days are the usual ones; a day without its year is the next
 * one of that name.
 */
export function wishOf(typed: TypedRound, usual: Days, today: string): RoundWish | TypedRefusal {
  const asks = ASKED.find((known) => known === typed.asks);
  if (!asks) return 'nobody_asked';
  const days = daysOf(typed, usual, today);
  if (typeof days === 'string') return days;
  return { asks, partnerId: typed.partner || null, isNamed: typed.names === 'named', ...days };
}

function daysOf({ closesOn, opensOn }: TypedRound, usual: Days, today: string): Days | TypedRefusal {
  if (opensOn === '' && closesOn === '') return usual;
  if (opensOn === '' || closesOn === '') return 'day_missing';
  const opens = dayRead(opensOn, today);
  const closes = dayRead(closesOn, today);
  return opens && closes ? { opensOn: opens, closesOn: closes } : 'day_not_understood';
}

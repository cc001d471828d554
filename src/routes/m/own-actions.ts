import { randomUUID } from 'node:crypto';
import { type ActionFailure, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { giveRsvps } from '#domain/invitations/give-rsvps.server.ts';
import { rsvpsIn } from '#domain/invitations/invitation.ts';
import { findAskedDates, listSentences } from '#domain/invitations/own-page.server.ts';
import type { Saved } from '#domain/invitations/own-page.ts';
import type { OwnRefusal } from '#domain/invitations/own-refusal.ts';
import { settleOwnAction } from '#domain/meetings/settle-own-action.server.ts';
import { isId } from '#domain/partners/guest.ts';
import { castVotes } from '#domain/polls/cast-votes.server.ts';
import { votesIn } from '#domain/polls/votes.ts';
import { typedBallotIn } from '#domain/topics/ballot.ts';
import { joinTopic } from '#domain/topics/join-topic.server.ts';
import { placeDots } from '#domain/topics/place-dots.server.ts';
import { proposeTopic } from '#domain/topics/propose-topic.server.ts';
import { proposalIn } from '#domain/topics/topic.ts';
import { listSimilar } from '#domain/topics/topics.server.ts';
import type { AnsweringScope } from '#platform/scope.server.ts';

/** The way into the cluster: by the link of a mail, or signed in. */
type Door = <T>(
  event: RequestEvent,
  work: (scope: AnsweringScope) => Promise<T>,
  form: FormData,
) => Promise<T>;
type Answered = Promise<ActionFailure<OwnRefusal>>;

/** The acts of the own page through a door: answer days, say who comes, place dots, propose a topic, join one, settle a task. */
export function ownActions(door: Door) {
  return {
    dates: async (event: RequestEvent): Answered => {
      const form = await event.request.formData();
      const [meeting, typed] = [idIn(form, 'meeting'), votesIn(form)];
      const refused = await door(event, (scope) => answerDates(scope, meeting, typed), form);
      return refused ? fail(409, refused) : back(event, 'dates', `dates-${meeting}`);
    },
    rsvp: async (event: RequestEvent): Answered => {
      const form = await event.request.formData();
      const [meeting, typed] = [idIn(form, 'meeting'), rsvpsIn(form)];
      const given = await door(event, (scope) => giveRsvps(scope, meeting, typed), form);
      if (!given.done && given.reason !== 'confirm_again')
        return fail(409, { act: 'rsvp', meeting, refusal: given.reason, typed });
      return back(event, 'rsvp', `rsvp-${meeting}`);
    },
    ballot: async (event: RequestEvent): Answered => {
      const form = await event.request.formData();
      const [vote, typed] = [idIn(form, 'vote'), typedBallotIn(form)];
      const refused = await door(
        event,
        async (scope): Promise<OwnRefusal | null> => {
          const placed = await placeDots(scope, vote, typed);
          const topics = placed.done ? [] : await listSentences(scope, Object.keys(typed.dots));
          return placed.done ? null : { act: 'ballot', refusal: placed.reason, typed, topics };
        },
        form,
      );
      return refused ? fail(409, refused) : back(event, 'ballot', 'ballot');
    },
    topic: async (event: RequestEvent): Answered => {
      const form = await event.request.formData();
      const refused = await door(event, (scope) => propose(scope, form), form);
      return refused ? fail(409, refused) : back(event, 'topic', 'topic');
    },
    action: async (event: RequestEvent): Answered => {
      const form = await event.request.formData();
      const [action, isDone] = [idIn(form, 'resolution'), form.get('done') === 'yes'];
      const settled = await door(event, (scope) => settleOwnAction(scope, action, isDone), form);
      return settled.done ? back(event, 'action', 'actions') : fail(409, { act: 'action' });
    },
    joined: async (event: RequestEvent): Answered => {
      const form = await event.request.formData();
      const joined = await door(event, (scope) => joinTopic(scope, idIn(form, 'topic')), form);
      return joined.done
        ? back(event, 'joined', 'topic')
        : fail(409, { act: 'joined', refusal: joined.reason });
    },
  };
}

async function answerDates(
  scope: AnsweringScope,
  meeting: string,
  typed: OwnVotes,
): Promise<OwnRefusal | null> {
  const cast = await castVotes(scope, meeting, typed);
  if (cast.done || cast.reason === 'confirm_again') return null;
  const late = cast.reason === 'poll_closed' ? await findAskedDates(scope, meeting) : null;
  return { act: 'dates', meeting, refusal: cast.reason, typed, late };
}
type OwnVotes = ReturnType<typeof votesIn>;

async function propose(scope: AnsweringScope, form: FormData): Promise<OwnRefusal | null> {
  const typed = proposalIn(form);
  const seen = form.getAll('seen').map(String);
  const proposed = await proposeTopic(scope, randomUUID(), { ...typed, seen });
  if (proposed.done) return null;
  const isAsked = proposed.reason === 'similar_topics';
  const similar = isAsked ? await listSimilar(scope, typed.sentence) : [];
  return { act: 'topic', refusal: proposed.reason, typed, similar };
}

const NO_ID = '00000000-0000-4000-8000-000000000000';

/** The id that a form names something by; what is no id names nothing. */
function idIn(form: FormData, field: string): string {
  const id = String(form.get(field) ?? '');
  return isId(id) ? id : NO_ID;
}

function back({ url }: RequestEvent, saved: Saved, place: string): never {
  redirect(303, `${url.pathname}?saved=${saved}#${place}`);
}

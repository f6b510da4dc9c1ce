import type { Em } from '../db/orm.js';
import { recordedActor } from '../history/index.js';
import type { Appeal } from './appeal.entity.js';
import type { Desk } from './desk.js';
import { Message, type MessageKind } from './message.entity.js';

/** Who writes, as the thread and the record name them. */
export function recordedAuthor(desk: Desk) {
  const { actorKind, actorName, account } = recordedActor(desk.actor);
  return { authorKind: actorKind, authorName: actorName, account };
}

/** Adds words of whoever makes the move to the thread with the applicant. */
export function writeMessage(desk: Desk, em: Em, appeal: Appeal, kind: MessageKind, text: string, at: Date): Message {
  const message = em.create(Message, { appeal: appeal.id, kind, text, createdAt: at, ...recordedAuthor(desk) });
  em.persist(message);
  return message;
}

import { NONE, URGENT, type Corpus } from './corpus.js';
import type { Figures, UrgencyFigures } from './figures.js';
import type { Model } from './model.js';
import type { Example } from './naive-bayes.js';
import { unhurried } from './unhurried.js';

/** Reads every letter that was held back and compares with what was decided. The texts of `heldBack` are subject and letter, divided by a line. */
export async function measure(model: Model, heldBack: Corpus): Promise<Figures> {
  const byTopic = new Map<string, { count: number; first: number }>();
  let amongThree = 0;
  for await (const { text, label } of unhurried(heldBack.topics)) {
    const guesses = model.read(...halves(text)).topics;
    const figure = byTopic.get(label) ?? { count: 0, first: 0 };
    byTopic.set(label, { count: figure.count + 1, first: figure.first + (guesses[0]?.code === label ? 1 : 0) });
    if (guesses.some(({ code }) => code === label)) amongThree += 1;
  }
  const first = [...byTopic.values()].reduce((sum, figure) => sum + figure.first, 0);
  let rightKinds = 0;
  for await (const { text, label } of unhurried(heldBack.kinds)) if (model.read(...halves(text)).kind === label) rightKinds += 1;
  const reasons: { label: string; named: string }[] = [];
  for await (const { text, label } of unhurried(heldBack.reasons)) reasons.push({ label, named: model.read(...halves(text)).reason ?? NONE });
  const hits = reasons.filter(({ label, named }) => named !== NONE && label === named).length;
  return {
    topics: {
      count: heldBack.topics.length, first: share(first, heldBack.topics.length), amongThree: share(amongThree, heldBack.topics.length),
      byTopic: [...byTopic].map(([code, figure]) => ({ code, ...figure })).sort((a, b) => (a.code < b.code ? -1 : 1)),
    },
    kinds: { count: heldBack.kinds.length, right: share(rightKinds, heldBack.kinds.length) },
    reasons: {
      count: heldBack.reasons.length, precision: share(hits, reasons.filter(({ named }) => named !== NONE).length),
      recall: share(hits, reasons.filter(({ label }) => label !== NONE).length),
    },
    urgency: await measureUrgency(model, heldBack.urgency),
  };
}

async function measureUrgency(model: Model, heldBack: readonly Example[]): Promise<UrgencyFigures> {
  let [urgent, found, byRules, alarms] = [0, 0, 0, 0];
  for await (const { text, label } of unhurried(heldBack)) {
    const findings = model.urgencyOf(...halves(text));
    if (findings.length > 0) alarms += 1;
    if (label !== URGENT) continue;
    urgent += 1;
    if (findings.length > 0) found += 1;
    if (findings.some(({ danger }) => danger !== 'LIKELY')) byRules += 1;
  }
  return { count: heldBack.length, urgent, recall: share(found, urgent), rulesRecall: share(byRules, urgent), precision: share(found, alarms) };
}

/** A letter of a decision as an example keeps it. */
export const asExample = (subject: string, text: string): string => `${subject}\n${text}`;

const halves = (example: string): [subject: string, text: string] => {
  const at = example.indexOf('\n');
  return at === -1 ? ['', example] : [example.slice(0, at), example.slice(at + 1)];
};

const share = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round(part / whole * 1000) / 1000);

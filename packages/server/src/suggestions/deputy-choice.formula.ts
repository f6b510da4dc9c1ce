/** Why a deputy is suggested, the strongest first. */
export const DEPUTY_REASONS = ['CHOSEN', 'NAMED', 'DISTRICT', 'STREET', 'TOPIC', 'LOAD'] as const;
export type DeputyReason = (typeof DEPUTY_REASONS)[number];

/** A deputy of the appeal's region to whom it could go now. */
export interface Candidate {
  readonly id: string;
  readonly lastName: string;
  readonly level: 'REGIONAL' | 'MUNICIPAL';
  /** Null for one elected from a list. */
  readonly district: number | null;
  /** Open appeals. */
  readonly open: number;
  /** Appeals of the likeliest topic in the last year. */
  readonly ofTopic: number;
  /** Accepted appeals of the last year about a street that the letter names. */
  readonly ofStreet: number;
}

/** What the choice is made from. */
export interface ChoiceInput {
  readonly candidates: readonly Candidate[];
  /** The deputy whom the applicant chose. */
  readonly chosenId: string | null;
  readonly subject: string;
  readonly text: string;
  /** The likeliest topic. */
  readonly topicCode: string | null;
  /** A street that the letter names, as it stands there. */
  readonly street: string | null;
}

export interface Choice {
  readonly deputyId: string;
  readonly reason: DeputyReason;
  /** What the reason says in words: a district's number, how many appeals. */
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Earlier decisions must be this many, and agree this often, before they say anything. */
const ENOUGH = 3;
const AGREE = 0.6;
/** A topic is shared among more deputies than a street is. */
const OFTEN = 0.35;

/** Topics that a city's council decides rather than a legislature. */
const isLocal = (topicCode: string | null): boolean =>
  topicCode !== null && /^(?:housing\.|economy\.(?:roads|transport|land|trade)|social\.kindergartens)/.test(topicCode);

const DISTRICT = /округ[а-я]*\s*(?:№|n|номер)?\s*(\d{1,3})(?!\d)|(?<!\d)(\d{1,3})\s*(?:-?\s*(?:й|го|му|м|ый|ого|ому|ом))?\s+(?:[а-я-]+\s+){0,2}округ/;

/**
 * Who the appeal is suggested to: whom the applicant chose, else whom the letter names, else the deputy of the district that it names, else
 * whom moderators gave the same street or topic, else who has least to do at the level that decides such things.
 */
export function chooseDeputy({ candidates, chosenId, subject, text, topicCode, street }: ChoiceInput): Choice | null {
  const chosen = candidates.find(({ id }) => id === chosenId);
  if (chosen) return { deputyId: chosen.id, reason: 'CHOSEN', facts: {} };
  const plain = `${subject}. ${text}`.toLowerCase().replaceAll('ё', 'е');
  const level = isLocal(topicCode) ? 'MUNICIPAL' : 'REGIONAL';
  const fitting = <T extends Candidate>(found: readonly T[]): T | undefined => found.find((one) => one.level === level) ?? found[0];

  const named = candidates.filter(({ lastName }) => isNamed(lastName, plain));
  if (named.length === 1) return { deputyId: named[0]!.id, reason: 'NAMED', facts: { name: named[0]!.lastName } };

  const match = DISTRICT.exec(plain);
  const number = match ? Number(match[1] ?? match[2]) : null;
  const ofDistrict = number === null ? undefined : fitting(candidates.filter(({ district }) => district === number));
  if (ofDistrict) return { deputyId: ofDistrict.id, reason: 'DISTRICT', facts: { district: number! } };

  const byStreet = agreed(candidates, ({ ofStreet }) => ofStreet, AGREE);
  if (byStreet && street !== null) return { deputyId: byStreet.one.id, reason: 'STREET', facts: { street, count: byStreet.count, of: byStreet.of } };
  const byTopic = agreed(candidates, ({ ofTopic }) => ofTopic, OFTEN);
  if (byTopic) return { deputyId: byTopic.one.id, reason: 'TOPIC', facts: { count: byTopic.count, of: byTopic.of } };

  const ofLevel = candidates.filter((one) => one.level === level);
  const [idle] = [...(ofLevel.length > 0 ? ofLevel : candidates)].sort((a, b) => a.open - b.open || (a.id < b.id ? -1 : 1));
  return idle ? { deputyId: idle.id, reason: 'LOAD', facts: { count: idle.open } } : null;
}

function agreed(candidates: readonly Candidate[], count: (one: Candidate) => number, share: number): { one: Candidate; count: number; of: number } | null {
  const of = candidates.reduce((sum, one) => sum + count(one), 0);
  const [best] = [...candidates].sort((a, b) => count(b) - count(a));
  return best && count(best) >= ENOUGH && count(best) / of >= share ? { one: best, count: count(best), of } : null;
}

/** Endings of surnames in every case; what is left of it must stand after the word "депутат". */
function isNamed(lastName: string, text: string): boolean {
  const stem = lastName.toLowerCase().replaceAll('ё', 'е').replace(/(?:ская|ский|ская|ой|ая|ий|а|я|ь|й)$/, '');
  if (stem.length < 3) return false;
  const escaped = stem.replace(/[^а-я-]/g, '');
  return new RegExp(`депутат[а-я]*\\s+(?:[а-я.]+\\s+){0,2}${escaped}(?:а|у|ым|ом|е|ой|ою|ая|ую|ий|ого|ому|им|ский|ского|скому|ским|ской|ская|скую|и|ы|ем|ю|я|ь|й)?(?![а-я])`).test(text);
}

import { gunzipSync, gzipSync } from 'node:zlib';
import { APPEAL_KINDS, REJECT_REASONS, type AppealKind, type RejectReason } from '../appeals/index.js';
import { NONE, startCorpus, type Corpus } from './corpus.js';
import { featuresOf } from './features.js';
import { kindSigns } from './kind.js';
import type { StoredLogistic } from './logistic.js';
import { Classifier, type Guess, type Stored } from './naive-bayes.js';
import { findReason } from './reject.js';
import { atOnce } from './unhurried.js';
import { UrgencyClassifier } from './urgency-classifier.js';
import { findUrgency, type UrgencyFinding } from './urgency.js';

/** What the words of a letter suggest. */
export interface Reading {
  /** The three likeliest topics, the likeliest first. */
  readonly topics: readonly TopicGuess[];
  readonly kind: AppealKind;
  /** 0 to 1. */
  readonly kindConfidence: number;
  /** Empty: nothing urgent. */
  readonly urgency: readonly UrgencyFinding[];
  readonly reason: RejectReason | null;
  readonly reasonConfidence: number | null;
  /** What in the letter gave the reason; empty where the whole of it did. */
  readonly reasonWords: readonly string[];
}

export interface TopicGuess {
  readonly code: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** How many topics are offered. */
export const OFFERED_TOPICS = 3;
/** A reason that only the classifier names is offered from this confidence on. */
const SURE_OF_REASON = 0.4;
/** From this probability on a letter is like urgent ones, where no rule finds a danger. A miss costs more than a look in vain: the price is measured in docs/adr/0016. */
const ALARM = 0.5;
/** The same before any version was trained: the start corpus has too few everyday letters to be as sure. */
const ALARM_UNTRAINED = 0.65;
/** How sure one can be of a reason that a phrase gives. */
const PHRASE_CONFIDENCE = 0.9;
/** The classifier's part in the kind beside the turns of speech: those are surer. */
const KIND_WEIGHT = 0.5;

/** One letter as classifiers read it: the subject tells most, so it counts twice. */
export const letterText = (subject: string, text: string): string => `${subject}. ${subject}. ${text}`;

/** Classifiers of topic, kind, reason and urgency, with the rules beside them. */
export class Model {
  private constructor(
    readonly version: number, private readonly topics: Classifier, private readonly kinds: Classifier, private readonly reasons: Classifier, private readonly likeness: UrgencyClassifier,
  ) {}

  /**
   * @param known features of letters that were looked at before; the same letters teach topic, kind and reason
   * @param likeness what was learned of urgency, where it was learned in portions
   */
  static train(version: number, { topics, kinds, reasons, urgency }: Corpus, known = new Map<string, Map<string, number>>(), likeness?: UrgencyClassifier): Model {
    const features = (text: string): Map<string, number> => {
      let bag = known.get(text);
      if (!bag) known.set(text, (bag = featuresOf(text)));
      return bag;
    };
    return new Model(
      version, Classifier.train(topics, features), Classifier.train(kinds, features), Classifier.train(reasons, features), likeness ?? atOnce(UrgencyClassifier.learn(urgency)),
    );
  }

  read(subject: string, text: string): Reading {
    const letter = letterText(subject, text);
    const kinds = this.kindGuesses(subject, text);
    const reason = this.reasonOf(subject, text, letter);
    return {
      topics: this.topics.guess(letter).slice(0, OFFERED_TOPICS).map(({ label, confidence }) => ({ code: label, confidence: rounded(confidence) })),
      kind: kinds[0]!.label as AppealKind, kindConfidence: rounded(kinds[0]!.confidence),
      urgency: this.urgencyOf(subject, text), ...reason,
    };
  }

  /** What the rules find, else what the letter has in common with urgent ones. */
  urgencyOf(subject: string, text: string): UrgencyFinding[] {
    const found = findUrgency(subject, text);
    if (found.length > 0) return found;
    const { probability, words } = this.likeness.read(subject, text);
    return probability >= (this.version === 0 ? ALARM_UNTRAINED : ALARM) ? [{ danger: 'LIKELY', words }] : [];
  }

  private kindGuesses(subject: string, text: string): Guess[] {
    const signs = kindSigns(subject, text);
    const known = new Map(this.kinds.guess(letterText(subject, text)).map(({ label, confidence }) => [label, confidence]));
    const shares = APPEAL_KINDS.map((kind) => ({ label: kind, confidence: signs[kind] * (known.get(kind) ?? 0.01) ** KIND_WEIGHT }));
    const sum = shares.reduce((total, { confidence }) => total + confidence, 0);
    return shares.map(({ label, confidence }) => ({ label, confidence: confidence / sum })).sort((a, b) => b.confidence - a.confidence);
  }

  private reasonOf(subject: string, text: string, letter: string): Pick<Reading, 'reason' | 'reasonConfidence' | 'reasonWords'> {
    const finding = findReason(subject, text, (feature) => this.topics.knows(feature));
    if (finding) return { reason: finding.reason, reasonConfidence: PHRASE_CONFIDENCE, reasonWords: finding.words };
    const [best] = this.reasons.guess(letter);
    const sure = best && best.label !== NONE && best.confidence >= SURE_OF_REASON && (REJECT_REASONS as readonly string[]).includes(best.label);
    return sure ? { reason: best.label as RejectReason, reasonConfidence: rounded(best.confidence), reasonWords: [] } : { reason: null, reasonConfidence: null, reasonWords: [] };
  }

  toBytes(): Buffer {
    return gzipSync(JSON.stringify({ topics: this.topics, kinds: this.kinds, reasons: this.reasons, urgency: this.likeness }));
  }

  static fromBytes(version: number, bytes: Uint8Array): Model {
    const { topics, kinds, reasons, urgency } = JSON.parse(gunzipSync(bytes).toString()) as Record<'topics' | 'kinds' | 'reasons', Stored> & { urgency?: StoredLogistic };
    // A version of before urgency was learned reads it with the start corpus.
    const likeness = urgency ? UrgencyClassifier.fromJSON(urgency) : atOnce(UrgencyClassifier.learn(startCorpus().urgency));
    return new Model(version, Classifier.fromJSON(topics), Classifier.fromJSON(kinds), Classifier.fromJSON(reasons), likeness);
  }
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000;

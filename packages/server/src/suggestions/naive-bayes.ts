import { featuresOf } from './features.js';

/** A text whose label is known; `weight` says how much it counts beside others, 1 when left out. */
export interface Example {
  readonly text: string;
  readonly label: string;
  readonly weight?: number;
  /** False: it is like others that are learned from, so that how well it is guessed tells nothing of letters to come. */
  readonly typical?: boolean;
}

/** An example with its features. */
interface Known extends Example {
  readonly bag: ReadonlyMap<string, number>;
}

/** A label with how sure the classifier is of it, 0 to 1; those of all labels make 1. */
export interface Guess {
  readonly label: string;
  readonly confidence: number;
}

/** Smoothing of the counts. */
const ALPHA = 0.5;
/** Features that one classifier keeps: the most frequent. */
const MAX_FEATURES = 60_000;
/** Texts in which a pair or a run of letters must stand to be kept; a word is kept from the first. */
const MIN_TEXTS = 2;

type Sparse = readonly (readonly [feature: number, value: number])[];

/**
 * Complement naive Bayes over TF-IDF (Rennie et al. 2003): each label is described by what the texts of all others say, which serves
 * labels with few examples as well as those with many.
 */
export class Classifier {
  private readonly index: ReadonlyMap<string, number>;

  private constructor(
    readonly labels: readonly string[], private readonly features: readonly string[], private readonly idf: Float32Array,
    /** features × labels, the more the likelier. */
    private readonly weights: Float32Array, private sharpness: number,
  ) {
    this.index = new Map(features.map((feature, i) => [feature, i]));
  }

  /** Learns from the examples; every tenth of the typical ones is first left out, to see how far scores must be spread into confidences. @param features `featuresOf`, or one that remembers */
  static train(examples: readonly Example[], features = featuresOf): Classifier {
    const known = examples.map((example) => ({ ...example, bag: features(example.text) }));
    const classifier = Classifier.learn(known);
    const tenth = known.filter(({ typical }) => typical !== false).filter((_, i) => i % 10 === 0);
    const left = new Set(tenth);
    const most = known.filter((example) => !left.has(example));
    if (most.length > 0) classifier.sharpness = Classifier.learn(most).fit(tenth);
    return classifier;
  }

  private static learn(examples: readonly Known[]): Classifier {
    if (examples.length === 0) throw new Error('a classifier needs examples');
    const labels = [...new Set(examples.map(({ label }) => label))].sort();
    const texts = new Map<string, number>();
    for (const { bag } of examples) for (const feature of bag.keys()) texts.set(feature, (texts.get(feature) ?? 0) + 1);
    const kept = [...texts].filter(([feature, count]) => count >= MIN_TEXTS || /^[а-яa-z]+$/.test(feature))
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MAX_FEATURES);
    const idf = Float32Array.from(kept, ([, count]) => Math.log((examples.length + 1) / (count + 1)) + 1);
    const classifier = new Classifier(labels, kept.map(([feature]) => feature), idf, new Float32Array(kept.length * labels.length), 1);
    classifier.count(examples);
    return classifier;
  }

  private count(examples: readonly Known[]): void {
    const { labels, weights } = this;
    const [size, width] = [this.features.length, labels.length];
    const own = new Float64Array(size * width);
    const all = new Float64Array(size);
    const ofLabel = new Float64Array(width);
    for (const { label, bag, weight = 1 } of examples) {
      const at = labels.indexOf(label);
      for (const [feature, value] of this.vector(bag)) {
        own[feature * width + at]! += value * weight;
        all[feature]! += value * weight;
        ofLabel[at]! += value * weight;
      }
    }
    const total = all.reduce((sum, value) => sum + value, 0);
    const sums = new Float64Array(width);
    for (let feature = 0; feature < size; feature += 1) {
      for (let label = 0; label < width; label += 1) {
        const cell = feature * width + label;
        const others = (all[feature]! - own[cell]! + ALPHA) / (total - ofLabel[label]! + ALPHA * size);
        weights[cell] = -Math.log(others);
        sums[label]! += Math.abs(weights[cell]!);
      }
    }
    for (let cell = 0; cell < weights.length; cell += 1) weights[cell]! /= sums[cell % width]! / size;
  }

  private vector(bag: ReadonlyMap<string, number>): Sparse {
    const vector: [number, number][] = [];
    let length = 0;
    for (const [feature, count] of bag) {
      const at = this.index.get(feature);
      if (at === undefined) continue;
      const value = (count > 1 ? 1 + Math.log(count) : count) * this.idf[at]!;
      vector.push([at, value]);
      length += value * value;
    }
    const norm = Math.sqrt(length) || 1;
    return vector.map(([at, value]) => [at, value / norm] as const);
  }

  private scores(bag: ReadonlyMap<string, number>): Float64Array {
    const width = this.labels.length;
    const scores = new Float64Array(width);
    for (const [feature, value] of this.vector(bag)) {
      for (let label = 0; label < width; label += 1) scores[label]! += this.weights[feature * width + label]! * value;
    }
    return scores;
  }

  /** Whether the feature stood in the texts that it learned from. */
  knows(feature: string): boolean {
    return this.index.has(feature);
  }

  /** Every label, the likeliest first. */
  guess(text: string): Guess[] {
    const shares = softmax(this.scores(featuresOf(text)), this.sharpness);
    return this.labels.map((label, i) => ({ label, confidence: shares[i]! })).sort((a, b) => b.confidence - a.confidence || (a.label < b.label ? -1 : 1));
  }

  /** How far scores must be spread so that of the guesses made with 0.8, eight of ten are right on these examples. */
  private fit(examples: readonly Known[]): number {
    const known = examples.filter(({ label }) => this.labels.includes(label)).map(({ bag, label }) => ({ scores: this.scores(bag), at: this.labels.indexOf(label) }));
    const loss = (sharpness: number): number => known.reduce((sum, { scores, at }) => sum - Math.log(softmax(scores, sharpness)[at]! + 1e-12), 0);
    return known.length === 0 ? 1 : SHARPNESSES.reduce((best, next) => (loss(next) < loss(best) ? next : best));
  }

  toJSON(): Stored {
    const largest = this.weights.reduce((max, weight) => Math.max(max, weight), 0) || 1;
    const rounded = Int16Array.from(this.weights, (weight) => Math.round(weight / largest * 32_767));
    return {
      labels: this.labels, features: this.features.join('\n'), sharpness: this.sharpness, largest,
      idf: base64(this.idf), weights: base64(rounded),
    };
  }

  static fromJSON({ labels, features, sharpness, largest, idf, weights }: Stored): Classifier {
    const rounded = new Int16Array(bytesOf(weights));
    return new Classifier(labels, features.split('\n'), new Float32Array(bytesOf(idf)), Float32Array.from(rounded, (weight) => weight / 32_767 * largest), sharpness);
  }
}

/** A classifier as it is kept; weights are rounded to 16 bits. */
export interface Stored {
  readonly labels: readonly string[];
  readonly features: string;
  readonly sharpness: number;
  readonly largest: number;
  readonly idf: string;
  readonly weights: string;
}

const SHARPNESSES = Array.from({ length: 40 }, (_, i) => 0.5 * 1.15 ** i);

function softmax(scores: Float64Array, sharpness: number): Float64Array {
  const most = scores.reduce((max, score) => Math.max(max, score), -Infinity);
  const shares = scores.map((score) => Math.exp((score - most) * sharpness));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

const base64 = (values: Float32Array | Int16Array): string => Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
/** A copy, so that it begins where its elements may. */
const bytesOf = (text: string): ArrayBuffer => new Uint8Array(Buffer.from(text, 'base64')).buffer;

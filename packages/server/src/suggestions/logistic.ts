/** A text's features, whether it is of the sort that is looked for, and how much it counts beside others. */
export interface Case {
  readonly bag: ReadonlyMap<string, number>;
  readonly positive: boolean;
  readonly weight: number;
}

/** A classifier as it is kept: features divided by lines, their weights as 32-bit numbers. */
export interface StoredLogistic {
  readonly features: string;
  readonly weights: string;
  readonly bias: number;
}

const ROUNDS = 12;
const STEP = 0.1;
/** How much large weights cost. */
const L2 = 0.003;
/** Cases that one portion of the learning takes. */
const PORTION = 200;
/** Texts in which a pair of words, a beginning or a denied word must stand to be kept. */
const MIN_TEXTS = 2;

/** Logistic regression over sparse features of unit length, with L2, by stochastic gradients whose steps shrink for each feature by itself (AdaGrad). */
export class Logistic {
  private readonly index: ReadonlyMap<string, number>;

  private constructor(private readonly features: readonly string[], private readonly weights: Float32Array, private bias: number) {
    this.index = new Map(features.map((feature, i) => [feature, i]));
  }

  /** Learns in portions, so that others can have their turn between them: what it returns in the end has learned. The same cases in the same order make the same classifier. */
  static *learn(cases: readonly Case[]): Generator<void, Logistic> {
    const texts = new Map<string, number>();
    for (const { bag } of cases) for (const feature of bag.keys()) texts.set(feature, (texts.get(feature) ?? 0) + 1);
    const kept = [...texts].filter(([feature, count]) => count >= MIN_TEXTS || /^[а-яa-z@]+$/.test(feature)).map(([feature]) => feature);
    const learned = new Logistic(kept, new Float32Array(kept.length), 0);
    const known = cases.map(({ bag, positive, weight }) => ({ vector: learned.vector(bag), target: positive ? 1 : 0, weight }));
    const slopes = new Float64Array(kept.length).fill(1e-6);
    let slopeOfBias = 1e-6;
    const chance = reproducible();
    for (let round = 0; round < ROUNDS; round += 1) {
      shuffle(known, chance);
      for (const [i, { vector, target, weight }] of known.entries()) {
        if (i % PORTION === 0) yield;
        const off = (logistic(learned.sum(vector)) - target) * weight;
        for (const [at, value] of vector) {
          const slope = off * value + L2 * learned.weights[at]!;
          slopes[at]! += slope * slope;
          learned.weights[at]! -= STEP * slope / Math.sqrt(slopes[at]!);
        }
        slopeOfBias += off * off;
        learned.bias -= STEP * off / Math.sqrt(slopeOfBias);
      }
    }
    return learned;
  }

  /** The log-odds that a text with these features is of the sort. */
  score(bag: ReadonlyMap<string, number>): number {
    return this.sum(this.vector(bag));
  }

  /** What the feature speaks for (above 0) or against (below); 0 when it was never seen. */
  weightOf(feature: string): number {
    const at = this.index.get(feature);
    return at === undefined ? 0 : this.weights[at]!;
  }

  private sum(vector: Sparse): number {
    let sum = this.bias;
    for (const [at, value] of vector) sum += this.weights[at]! * value;
    return sum;
  }

  private vector(bag: ReadonlyMap<string, number>): Sparse {
    const vector: [number, number][] = [];
    let length = 0;
    for (const [feature, value] of bag) {
      const at = this.index.get(feature);
      if (at === undefined) continue;
      vector.push([at, value]);
      length += value * value;
    }
    const norm = Math.sqrt(length) || 1;
    for (const pair of vector) pair[1] /= norm;
    return vector;
  }

  toJSON(): StoredLogistic {
    const { buffer, byteOffset, byteLength } = this.weights;
    return { features: this.features.join('\n'), weights: Buffer.from(buffer, byteOffset, byteLength).toString('base64'), bias: this.bias };
  }

  static fromJSON({ features, weights, bias }: StoredLogistic): Logistic {
    return new Logistic(features.split('\n'), new Float32Array(new Uint8Array(Buffer.from(weights, 'base64')).buffer), bias);
  }
}

type Sparse = readonly (readonly [feature: number, value: number])[];

export const logistic = (score: number): number => 1 / (1 + Math.exp(-score));

/** Numbers from 0 to 1 that look drawn, the same ones each time. */
function reproducible(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(items: unknown[], chance: () => number): void {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = Math.floor(chance() * (i + 1));
    [items[i], items[j]] = [items[j], items[i]];
  }
}

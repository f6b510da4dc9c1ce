/** Lets so many at once through, and so many wait; whoever comes then is sent away. */
export class Turnstile {
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly places: number, private readonly maxWaiting: number) {}

  /** Null when too many wait already: nothing was done. */
  async pass<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.inside >= this.places) {
      if (this.waiting.length >= this.maxWaiting) return null;
      await new Promise<void>((go) => this.waiting.push(go));
    } else this.inside += 1;
    try {
      return await work();
    } finally {
      // The place is handed on, or given back.
      const next = this.waiting.shift();
      if (next) next();
      else this.inside -= 1;
    }
  }
}

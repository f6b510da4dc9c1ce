/** Lines on the terminal that say what is going on and how long it took. */
export interface Progress {
  /** Says that something begins; the time beside it is counted from the start of the process. */
  say(sentence: string): void;
  /** Runs a piece of work between two lines: what begins, and how long it took. */
  step<T>(title: string, work: () => Promise<T>): Promise<T>;
}

export function progressTo(write: (line: string) => void): Progress {
  const began = performance.now();
  const say = (sentence: string): void => write(`  ${seconds(performance.now() - began).padStart(8)}  ${sentence}`);
  return {
    say,
    async step(title, work) {
      const at = performance.now();
      say(`${title}…`);
      const result = await work();
      say(`${title}: готово за ${seconds(performance.now() - at)}`);
      return result;
    },
  };
}

/** Milliseconds as «1,2 с», with the comma and the non-breaking space of Russian typography. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).replace('.', ',')}\u00a0с`;
}

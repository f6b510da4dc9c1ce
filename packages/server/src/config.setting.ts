/** One row of the table of settings: what docs/operations.md prints and what `loadConfig` obeys. */
export interface Setting<T> {
  /** What holds when the variable is not set, in the words of the documentation; an empty string means "nothing". */
  readonly default: string;
  readonly ru: string;
  readonly en: string;
  /** Turns the text of the variable into its value. Throws `SettingError` with the end of the sentence for the person. */
  readonly parse: (value: string) => T;
}

/** Keeps the type of a row's value. */
export function setting<T>(row: Setting<T>): Setting<T> {
  return row;
}

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** «2,4 МБ». */
export function fileSize(bytes: number, locale: string): string {
  const step = bytes >= 1024 * 1024 ? 2 : bytes >= 1024 ? 1 : 0;
  const value = bytes / 1024 ** step;
  return new Intl.NumberFormat(locale, { style: 'unit', unit: UNITS[step]!, maximumFractionDigits: step === 2 && value < 10 ? 1 : 0 }).format(value);
}

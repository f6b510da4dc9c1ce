import { expect, test } from 'vitest';
import { qrPath, secretOf } from './qr';

test('the secret of an otpauth address is read in groups of four', () => {
  expect(secretOf('otpauth://totp/X:a%40b.test?secret=JBSWY3DPEHPK3PXP&issuer=X')).toBe('JBSW Y3DP EHPK 3PXP');
  expect(secretOf('nonsense')).toBe('');
});

test('a code is drawn inside its side, and begins with the finder pattern', () => {
  const { path, size } = qrPath('otpauth://totp/X:a?secret=JBSWY3DPEHPK3PXP');
  expect(path.startsWith('M2 2h7v1h-7z')).toBe(true);
  const columns = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, , width]) => Number(x) + Number(width));
  expect(Math.max(...columns)).toBeLessThanOrEqual(size - 2);
});

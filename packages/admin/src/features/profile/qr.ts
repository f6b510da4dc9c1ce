import { encode } from 'uqr';

/** A QR code as the path of an SVG: one rectangle for each run of dark cells. `size` is the side, the quiet border included. */
export function qrPath(text: string): { path: string; size: number } {
  const { data, size } = encode(text, { ecc: 'L', border: 2 });
  const runs: string[] = [];
  data.forEach((row, y) => {
    let x = 0;
    while (x < size) {
      if (!row[x]) {
        x += 1;
        continue;
      }
      let end = x;
      while (end < size && row[end]) end += 1;
      runs.push(`M${x} ${y}h${end - x}v1h${x - end}z`);
      x = end;
    }
  });
  return { path: runs.join(''), size };
}

/** The secret inside an otpauth address, in groups of four, as one types it. */
export function secretOf(uri: string): string {
  const secret = /[?&]secret=([A-Z2-7]+)/i.exec(uri)?.[1] ?? '';
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}

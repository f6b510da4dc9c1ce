/** Photos and documents of the demonstration, drawn in code: nobody's real yard, and no file of unknown origin. Nothing in them is written. */
import sharp from 'sharp';
import { int, type Random } from './random.js';

const WIDTH = 960;
const HEIGHT = 720;

/** What a picture shows. */
export const SCENES = ['PIT', 'PATCHED', 'LAMPS_OUT', 'LAMPS_ON', 'WASTE', 'CLEARED'] as const;
export type Scene = (typeof SCENES)[number];

/** Pixels, filled with plain shapes: the product's own reader of pictures takes no drawings (SVG), and the demonstration needs no other. */
class Canvas {
  readonly pixels: Buffer;

  constructor(readonly width: number, readonly height: number) {
    this.pixels = Buffer.alloc(width * height * 3);
  }

  rect(x: number, y: number, width: number, height: number, fill: string): void {
    this.paint(x, y, width, height, fill, () => true);
  }

  /** @param rough how uneven its edge is, as a share of its size */
  ellipse(x: number, y: number, a: number, b: number, fill: string, random?: Random, rough = 0): void {
    const edge = Array.from({ length: 16 }, () => 1 - (random ? (int(random, 0, 100) / 100) * rough : 0));
    this.paint(x - a, y - b, 2 * a, 2 * b, fill, (px, py) => {
      const [dx, dy] = [(px - x) / a, (py - y) / b];
      const turn = ((Math.atan2(dy, dx) / Math.PI + 1) / 2) * 16;
      const at = Math.floor(turn) % 16;
      const reach = edge[at]! + (edge[(at + 1) % 16]! - edge[at]!) * (turn - Math.floor(turn));
      return dx * dx + dy * dy <= reach * reach;
    });
  }

  private paint(x: number, y: number, width: number, height: number, fill: string, isInside: (x: number, y: number) => boolean): void {
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(fill.slice(at, at + 2), 16)) as [number, number, number];
    for (let py = Math.max(0, Math.round(y)); py < Math.min(this.height, y + height); py++) {
      for (let px = Math.max(0, Math.round(x)); px < Math.min(this.width, x + width); px++) {
        if (!isInside(px, py)) continue;
        const at = (py * this.width + px) * 3;
        this.pixels[at] = red;
        this.pixels[at + 1] = green;
        this.pixels[at + 2] = blue;
      }
    }
  }

  jpeg(quality: number): Promise<Buffer> {
    return sharp(this.pixels, { raw: { width: this.width, height: this.height, channels: 3 } }).blur(1.2).jpeg({ quality }).toBuffer();
  }
}

function house(on: Canvas, random: Random, { sky, wall, lit, ground }: { sky: string; wall: string; lit: string; ground: string }): void {
  on.rect(0, 0, WIDTH, HEIGHT, sky);
  on.rect(50, 50, 860, 350, wall);
  for (let i = 0; i < 24; i++) on.rect(90 + (i % 8) * 100, 90 + Math.floor(i / 8) * 100, 54, 62, int(random, 0, 10) > 6 ? lit : '#5b6775');
  on.rect(0, 400, WIDTH, HEIGHT - 400, ground);
}
function road(on: Canvas, random: Random): void {
  house(on, random, { sky: '#c9d6e2', wall: '#d8c9b2', lit: '#8fa3b5', ground: '#6f7276' });
  on.rect(0, 400, WIDTH, 26, '#b9b3a6');
  for (const x of [60, 300, 540, 780]) on.rect(x, 640, 120, 10, '#e8e6df');
}
function lamps(on: Canvas, random: Random, lit: boolean): void {
  house(on, random, { sky: '#141a26', wall: '#242a35', lit: '#d9b65a', ground: lit ? '#2a2f38' : '#12151b' });
  for (const x of [180, 560]) {
    if (lit) on.ellipse(x + 64, 620, 170, 46, '#6d6646');
    on.rect(x, 290, 10, 330, '#4a4f55');
    on.rect(x, 286, 70, 9, '#4a4f55');
    on.ellipse(x + 64, 300, 26, 12, lit ? '#fff3c4' : '#33373d');
  }
}
function bins(on: Canvas, random: Random): void {
  house(on, random, { sky: '#d3d9dd', wall: '#c7b79d', lit: '#8fa3b5', ground: '#8d8a80' });
  for (const x of [260, 430, 600]) {
    on.rect(x, 440, 140, 150, '#3f7a4f');
    on.rect(x - 6, 428, 152, 18, '#2f5e3c');
  }
}
const BAGS = ['#2e2e33', '#e3e2dc', '#566b8a', '#7a5b3c'];

const PICTURES: Record<Scene, (on: Canvas, random: Random) => void> = {
  PIT: (on, random) => {
    road(on, random);
    on.ellipse(470, 540, 210, 84, '#4b4b4b', random, 0.3);
    on.ellipse(470, 546, 165, 62, '#2f3338', random, 0.3);
    on.ellipse(480, 552, 100, 34, '#56707f', random, 0.2);
  },
  PATCHED: (on, random) => {
    road(on, random);
    on.ellipse(470, 540, 225, 90, '#3c3f43', random, 0.12);
  },
  LAMPS_OUT: (on, random) => lamps(on, random, false),
  LAMPS_ON: (on, random) => lamps(on, random, true),
  WASTE: (on, random) => {
    bins(on, random);
    for (let i = 0; i < 26; i++) on.ellipse(200 + i * 24, 590 + int(random, 0, 60), int(random, 30, 56), int(random, 18, 34), BAGS[i % BAGS.length]!, random, 0.35);
  },
  CLEARED: bins,
};

/** A photo as JPEG; the same randomness draws the same. */
export function photo(scene: Scene, random: Random): Promise<Buffer> {
  const canvas = new Canvas(WIDTH, HEIGHT);
  PICTURES[scene](canvas, random);
  return canvas.jpeg(78);
}

/** A paper on the scanner: a head, lines of an unreadable hand, a seal; as a PDF of one page. */
export async function scan(random: Random): Promise<Buffer> {
  const page = new Canvas(620, 877);
  page.rect(0, 0, page.width, page.height, '#f7f5ef');
  page.rect(200, 70, 220, 12, '#33363c');
  page.rect(160, 96, 300, 8, '#6d7077');
  page.rect(70, 140, 140, 6, '#5c5f66');
  for (let i = 0; i < 26; i++) page.rect(70, 200 + i * 22, i % 7 === 6 ? int(random, 120, 300) : int(random, 420, 480), 5, '#5c5f66');
  page.ellipse(450, 805, 52, 52, '#3b5bb5');
  page.ellipse(450, 805, 46, 46, '#f7f5ef');
  page.ellipse(450, 805, 38, 38, '#3b5bb5');
  page.ellipse(450, 805, 35, 35, '#f7f5ef');
  return pdfOf(await page.jpeg(70), page.width, page.height);
}

function pdfOf(jpeg: Buffer, width: number, height: number): Buffer {
  const drawing = 'q 595 0 0 842 0 0 cm /Page Do Q';
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'), Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Page 5 0 R >> >> /Contents 4 0 R >>'),
    Buffer.from(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`),
    Buffer.concat([Buffer.from(`<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`), jpeg, Buffer.from('\nendstream')]),
  ];
  const parts = [Buffer.from('%PDF-1.7\n')];
  const at: number[] = [];
  let length = parts[0]!.length;
  objects.forEach((object, i) => {
    const part = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    at.push(length);
    parts.push(part);
    length += part.length;
  });
  const rows = at.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`));
  return Buffer.concat(parts);
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { inspect } from '../files/inspect.js';
import { photo, scan, SCENES } from './drawings.js';
import { seeded } from './random.js';

test('every picture is a photo that uploads take, and the same seed draws the same', async () => {
  for (const scene of SCENES) {
    const picture = await photo(scene, seeded(scene));
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', width: 960, height: 720 });
    expect((await photo(scene, seeded(scene))).equals(picture)).toBe(true);
  }
});

test('a paper is a PDF that uploads take', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'drawings-'));
  try {
    const file = path.join(folder, 'paper');
    await writeFile(file, await scan(seeded('paper')));
    expect(await inspect(file, 'Акт.pdf')).toMatchObject({ type: 'application/pdf' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

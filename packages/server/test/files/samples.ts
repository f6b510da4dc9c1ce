import { deflateRawSync, deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';

/** What must not be in anything that is given out, in every way in which it may be written. */
export const SECRETS = ['SECRET-ARTIST', 'SECRET-XMP', 'SECRET-IPTC', 'SECRET-TRAILER', 'SECRET-PNG-TEXT', 'SECRET-COMMENT', 'SECRET-SERIAL', 'GPSLatitude', 'Exif\0\0', 'http://ns.adobe.com/xap', '8BIM', 'ICC_PROFILE', 'MPF\0'];

const XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="55,45.5N" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>SECRET-XMP</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

/** Red on the left and blue on the right, as a person sees it who holds the camera upright. */
async function scene(width: number, height: number): Promise<Buffer> {
  const half = Math.floor(width / 2);
  return sharp({ create: { width, height, channels: 3, background: '#0000ff' } })
    .composite([{ input: { create: { width: half, height, channels: 3, background: '#ff0000' } }, left: 0, top: 0 }]).png().toBuffer();
}

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xFF, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

const EXIF = {
  IFD0: { Orientation: '6', Artist: 'SECRET-ARTIST', Make: 'Test', Model: 'Camera' },
  IFD2: { DateTimeOriginal: '2026:03:20 14:05:10', OffsetTimeOriginal: '+03:00', BodySerialNumber: 'SECRET-SERIAL' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 45/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '37/1 37/1 12/1' },
};

/**
 * A photo as a phone makes it, held sideways (orientation 6): lies as 200 × 400 of pixels turned, is 400 × 200 to see, red on the left;
 * with EXIF, GPS, a thumbnail's place, XMP, IPTC, a colour profile, a comment, a second picture behind the end, and words behind that.
 */
export async function phonePhoto(width = 400, height = 200): Promise<Buffer> {
  // Orientation 6 is shown turned clockwise; so it is stored turned the other way.
  const lying = await sharp(await scene(width, height)).rotate(-90).jpeg({ quality: 92 }).withExif(EXIF).withIccProfile('p3').withMetadata({ orientation: 6 }).toBuffer();
  const iptc = Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0', 'latin1'), Buffer.from([0, 0, 0, 19, 0x1C, 2, 80, 0, 11]), Buffer.from('SECRET-IPTC'), Buffer.alloc(1)]);
  const extra = Buffer.concat([
    segment(0xE1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), Buffer.from(XMP)])), segment(0xED, iptc), segment(0xE2, Buffer.from('MPF\0II*\0\x08\0\0\0\0\0')),
    segment(0xFE, Buffer.from('SECRET-COMMENT')),
  ]);
  const second = await sharp({ create: { width: 16, height: 16, channels: 3, background: 'green' } }).jpeg().withExif(EXIF).toBuffer();
  return Buffer.concat([lying.subarray(0, 2), extra, lying.subarray(2), second, Buffer.from('SECRET-TRAILER')]);
}

const chunk = (type: string, body: Buffer): Buffer => {
  const bytes = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(bytes));
  return Buffer.concat([length, bytes, sum]);
};

/** A PNG with text chunks, EXIF and something behind its end. */
export async function pngWithText(): Promise<Buffer> {
  const png = await sharp(await scene(300, 100)).png().withExif({ ...EXIF, IFD0: { Artist: 'SECRET-ARTIST' } }).toBuffer();
  const afterHead = 8 + 25;
  return Buffer.concat([
    png.subarray(0, afterHead), chunk('tEXt', Buffer.from('Author\0SECRET-PNG-TEXT')), chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${XMP}`)),
    chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync('SECRET-PNG-TEXT')])), png.subarray(afterHead), Buffer.from('SECRET-TRAILER'),
  ]);
}

export const webpWithExif = async (): Promise<Buffer> => sharp(await scene(300, 100)).webp().withExif({ ...EXIF, IFD0: { Artist: 'SECRET-ARTIST' } }).withXmp(XMP).toBuffer();
export const avifWithExif = async (): Promise<Buffer> => sharp(await scene(300, 100)).avif({ effort: 0 }).withExif({ ...EXIF, IFD0: { Artist: 'SECRET-ARTIST' } }).toBuffer();
export const tiffWithExif = async (): Promise<Buffer> => sharp(await scene(300, 100)).tiff().withExif({ ...EXIF, IFD0: { Artist: 'SECRET-ARTIST' } }).withXmp(XMP).toBuffer();

/**
 * The same as a phone of Apple's makes it: HEVC, lying and turned by the box `irot`, with the EXIF of the others. Made once with heif-enc,
 * since nothing here encodes HEVC.
 */
export const heicPhoto = (): Buffer => Buffer.from([
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAA3dtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAANGlsb2MAAAAAREAAAgABAAAAAAObAA',
  'EAAAAAAAAAwgACAAAAAARdAAEAAAAAAAABpAAAADhpaW5mAAAAAAACAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAFWluZmUCAAABAAIAAEV4aWYAAAACtmlwcnAAAAKWaXBjbwAAAHVodmNDAQNwAAAA',
  'AAAAAAAAPPAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAPLoCQCEAAQAoQgEBA3AAAAMAkAAAAwAAAwA8oBkgGRZbqSSmubAgAAADACAAAAMAISIAAQAHRAHBcrBiQAAAABRpc3BlAA',
  'AAAAAAAMgAAAGQAAAB7GNvbHJwcm9mAAAB4GxjbXMEIAAAbW50clJHQiBYWVogB+IAAwAUAAkADgAdYWNzcE1TRlQAAAAAc2F3c2N0cmwAAAAAAAAAAAAAAAAAAPbWAAEAAAAA0y1oYW5keem/Vlo+',
  'AbaDI4VVRvdPqgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAKZGVzYwAAAPwAAAAkY3BydAAAASAAAAAid3RwdAAAAUQAAAAUY2hhZAAAAVgAAAAsclhZWgAAAYQAAAAUZ1hZWgAAAZgAAA',
  'AUYlhZWgAAAawAAAAUclRSQwAAAcAAAAAgZ1RSQwAAAcAAAAAgYlRSQwAAAcAAAAAgbWx1YwAAAAAAAAABAAAADGVuVVMAAAAIAAAAHABzAFIARwBCbWx1YwAAAAAAAAABAAAADGVuVVMAAAAGAAAA',
  'HABDAEMAMAAAWFlaIAAAAAAAAPbWAAEAAAAA0y1zZjMyAAAAAAABDD8AAAXd///zJgAAB5AAAP2S///7of///aIAAAPcAADAcVhZWiAAAAAAAABvoAAAOPIAAAOPWFlaIAAAAAAAAGKWAAC3iQAAGN',
  'pYWVogAAAAAAAAJKAAAA+FAAC2xHBhcmEAAAAAAAMAAAACZmkAAPKnAAANWQAAE9AAAApbAAAAEHBpeGkAAAAAAwgICAAAAAlpcm90AwAAABhpcG1hAAAAAAAAAAEAAQWBAoOEhQAAABppcmVmAAAA',
  'AAAAAA5jZHNjAAIAAQABAAACbm1kYXQAAAC+KAGvCc50ZAdGHDYhOXVf//6sd+9/xgM//7QWnQcw8u401nh+vczGCH+h0JgAAf6i9zMXdAAAZAABbxPoV4ACipMAAP8ADCABCFU9pAA/wGyIXQAzUW',
  'mqzXCVQHwnhng2VwCh9Kwrbgfi+KEekr003tssNkKFQwvoyMAB2gH7W5MW3c2oSiY4hVhwgAMow1AkJOgAABdwhwAAAwAAAwAAzxmAAALWAAADAAADAAA0TBAAAeUAAAMAAAMAAE4pIAAAAABJSSoA',
  'CAAAAAkADwECAAUAAAB6AAAAEgEDAAEAAAAGAAAAGgEFAAEAAACAAAAAGwEFAAEAAACIAAAAKAEDAAEAAAACAAAAOwECAA4AAACQAAAAEwIDAAEAAAABAAAAaYcEAAEAAACeAAAAJYgEAAEAAAA6AQ',
  'AAAAAAAFRlc3QAADhjAADoAwAAOGMAAOgDAABTRUNSRVQtQVJUSVNUAAkAAJAHAAQAAAAwMjEwA5ACABQAAAAQAQAAEZACAAcAAAAkAQAAAZEHAAQAAAABAgMAAKAHAAQAAAAwMTAwAaADAAEAAAD/',
  '/wAAAqAEAAEAAADIAAAAA6AEAAEAAACQAQAAMaQCAA4AAAAsAQAAAAAAADIwMjY6MDM6MjAgMTQ6MDU6MTAAKzAzOjAwAABTRUNSRVQtU0VSSUFMAAQAAQACAAIAAABOAAAAAgAFAAMAAABwAQAAAw',
  'ACAAIAAABFAAAABAAFAAMAAACIAQAAAAAAADcAAAABAAAALQAAAAEAAAAeAAAAAQAAACUAAAABAAAAJQAAAAEAAAAMAAAAAQAAAA==',
].join(''), 'base64');

export async function gifWithComment(): Promise<Buffer> {
  const gif = await sharp(await scene(300, 100)).gif().toBuffer();
  return Buffer.concat([gif.subarray(0, -1), Buffer.from([0x21, 0xFE, 14]), Buffer.from('SECRET-COMMENT'), Buffer.from([0, 0x3B]), Buffer.from('SECRET-TRAILER')]);
}

/** A few hundred bytes that claim to be 60,000 × 60,000 pixels. */
export function pixelFlood(): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(60_000, 0);
  head.writeUInt32BE(60_000, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(200_000))), chunk('IEND', Buffer.alloc(0))]);
}

/** An archive with these files, as an office program writes them. */
export function archive(files: readonly { name: string; content: Buffer; flag?: number }[], comment = ''): Buffer {
  const [locals, central]: [Buffer[], Buffer[]] = [[], []];
  const packedOf = new Map([...new Set(files.map(({ content }) => content))].map((content) => [content, { packed: deflateRawSync(content), sum: crc32(content) }]));
  let at = 0;
  for (const { name, content, flag = 0 } of files) {
    const [bytes, { packed, sum }] = [Buffer.from(name), packedOf.get(content)!];
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(flag, 2);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(sum, 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(content.length, 18);
    about.writeUInt16LE(bytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, bytes, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), about, tail, bytes]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  end.writeUInt16LE(comment.length, 16);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06', 'latin1'), end, Buffer.from(comment)]);
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const types = (main: string): Buffer => Buffer.from(`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`);

/** A Word document, with more files in it where they are named. */
export const docx = (more: readonly { name: string; content: Buffer; flag?: number }[] = [], { main = WORD, comment = '' } = {}): Buffer => archive([
  { name: '[Content_Types].xml', content: types(main) }, { name: '_rels/.rels', content: Buffer.from('<Relationships/>') },
  { name: 'word/document.xml', content: Buffer.from('<w:document>Справка</w:document>') }, ...more,
], comment);

/** A document of a few hundred KB that unfolds to more than 250 MB. */
export function zipBomb(): Buffer {
  const zeros = Buffer.alloc(32 * 1024 * 1024);
  return docx(Array.from({ length: 9 }, (_, i) => ({ name: `word/media/${i}.xml`, content: zeros })));
}

export const pdf = (body = ''): Buffer => Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${body} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`, 'latin1');

export const exe = (): Buffer => Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF\0\0', 'latin1'), Buffer.alloc(200), Buffer.from('This program cannot be run in DOS mode.')]);
export const svg = (): Buffer => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(document.domain)</script></svg>');

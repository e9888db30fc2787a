import sharp from 'sharp';
import { avatarFormats, avatarPixelsMax, avatarSides, avatarSidePixelsMin, type AvatarSize } from '../domain/avatar.js';

/** What a picture may take to decode (seconds). */
const decodingSecondsMax = 10;
/** Pictures that are worked on at the same time (count): each may need the memory of all its pixels. */
const workedOnMax = 2;
/** Pictures that may wait for their turn (count). */
const waitingMax = 50;

// Decoders beyond these five are not reached, whatever a file says it is: no SVG that names other files, no PDF.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
});
sharp.cache(false);
sharp.concurrency(1);

/** The file is no picture that is taken; the message says why. */
export class PictureRefusedError extends Error {
  override readonly name = 'PictureRefusedError';
}

/** Too many pictures wait. */
export class PicturesBusyError extends Error {
  override readonly name = 'PicturesBusyError';
}

let workedOn = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (workedOn >= workedOnMax) {
    if (waiting.length >= waitingMax) throw new PicturesBusyError('Too many pictures are being worked on.');
    // Whoever ends hands the turn on.
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else workedOn += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else workedOn -= 1;
  }
}

/**
 * Squares of a picture as WebP, without anything else that the file held. The bytes decide what it is, not its name.
 *
 * @throws PictureRefusedError for what is no picture of the announced type, or one that is too large to be decoded;
 * PicturesBusyError when too many wait.
 */
export async function reencodeAvatar(bytes: Buffer, contentType: string): Promise<Record<AvatarSize, Buffer>> {
  return inTurn(async () => {
    await checkHeader(bytes, contentType);
    const largest = avatarSides.LARGE;
    try {
      const { data, info } = await sharp(bytes, { limitInputPixels: avatarPixelsMax, failOn: 'error' })
        .timeout({ seconds: decodingSecondsMax })
        .autoOrient()
        .resize(largest, largest, { fit: 'cover' })
        .toColourspace('srgb')
        .raw()
        .toBuffer({ resolveWithObject: true });
      const raw = { width: info.width, height: info.height, channels: info.channels };
      const encode = (side: number) => sharp(data, { raw }).resize(side, side).webp({ quality: 82 }).toBuffer();
      return {
        SMALL: await encode(avatarSides.SMALL),
        MEDIUM: await encode(avatarSides.MEDIUM),
        LARGE: await encode(avatarSides.LARGE),
      };
    } catch (error) {
      throw new PictureRefusedError('is damaged, or takes too long to decode', { cause: error });
    }
  });
}

/** Reads no more than the header. */
async function checkHeader(bytes: Buffer, contentType: string): Promise<void> {
  const metadata = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw new PictureRefusedError('is no JPEG, PNG, WebP, GIF or AVIF', { cause: error });
    });
  const { format, width, height, compression } = metadata;
  if (format !== avatarFormats[contentType] || (format === 'heif' && compression !== 'av1')) {
    throw new PictureRefusedError(`is not the ${contentType} that was announced`);
  }
  if (width * height > avatarPixelsMax) {
    throw new PictureRefusedError(
      `has ${String(width)} × ${String(height)} pixels; together at most ${String(avatarPixelsMax)} are taken`,
    );
  }
  if (Math.min(width, height) < avatarSidePixelsMin) {
    throw new PictureRefusedError(`must have at least ${String(avatarSidePixelsMin)} pixels on each side`);
  }
}

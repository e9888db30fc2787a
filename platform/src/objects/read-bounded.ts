import type { ObjectStore } from './objects.js';

/**
 * An object that somebody else may still write to: never more than `bytesMax` of it are held.
 *
 * @returns undefined when it is absent or larger.
 */
export async function readBounded(
  objects: Pick<ObjectStore, 'getStream'>,
  key: string,
  bytesMax: number,
): Promise<Buffer | undefined> {
  const stream = await objects.getStream(key);
  if (!stream) return undefined;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const pieces: AsyncIterable<Uint8Array> = stream;
  for await (const piece of pieces) {
    bytes += piece.byteLength;
    // Leaving the loop destroys the stream.
    if (bytes > bytesMax) return undefined;
    chunks.push(piece);
  }
  return Buffer.concat(chunks);
}

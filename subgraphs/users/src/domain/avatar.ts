/** What a picture of a user may be, and what is made of it. */

export const avatarBytesMax = 5_000_000;
/** Pixels of a picture that is decoded (count): those of the largest phone cameras, and no more memory than that. */
export const avatarPixelsMax = 50_000_000;
/** The shorter side of a picture (pixels): less is no picture of anybody. */
export const avatarSidePixelsMin = 16;
/** Uploads of one user that may be open at a time (count). */
export const openUploadsMax = 10;
export const uploadLifeMs = 60 * 60_000;

/** Sides of the squares that are kept (pixels). */
export const avatarSides = { SMALL: 64, MEDIUM: 256, LARGE: 512 } as const;
export type AvatarSize = keyof typeof avatarSides;

/** The media types that are taken, with what decoders call them. */
export const avatarFormats: Record<string, string> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'heif',
};

/** Where everything of a user's pictures lies. */
export const avatarPrefix = (userId: string) => `avatars/${userId}/`;

export const uploadKey = (uploadId: string) => `uploads/users/${uploadId}`;

export function avatarKey(userId: string, avatarId: string, size: AvatarSize): string {
  return `${avatarPrefix(userId)}${avatarId}-${size.toLowerCase()}.webp`;
}

export function avatarKeys(userId: string, avatarId: string): string[] {
  return [
    avatarKey(userId, avatarId, 'SMALL'),
    avatarKey(userId, avatarId, 'MEDIUM'),
    avatarKey(userId, avatarId, 'LARGE'),
  ];
}

import { z } from 'zod';
import type { SecretBox } from '../keys/secret-box.js';

/** What is needed to finish a deletion, sealed as long as it lasts. */
const subjectSchema = z.object({
  userId: z.string(),
  email: z.string(),
  username: z.string(),
  exportIds: z.array(z.string()),
  erased: z.array(z.object({ kind: z.string(), count: z.number() })),
});

export type ErasureSubject = z.output<typeof subjectSchema>;

export function sealSubject(
  { erasureBox }: { erasureBox: SecretBox },
  receiptId: string,
  subject: ErasureSubject,
): Buffer {
  return erasureBox.seal(Buffer.from(JSON.stringify(subject)), receiptId);
}

export function openSubject(
  { erasureBox }: { erasureBox: SecretBox },
  receiptId: string,
  sealed: Buffer,
): ErasureSubject {
  return subjectSchema.parse(JSON.parse(erasureBox.open(sealed, receiptId).toString('utf8')));
}

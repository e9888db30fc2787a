import { notFound } from '@ruzlet/platform/errors';
import { parseInput } from '@ruzlet/platform/validation';
import type { CardRecord } from '../domain/deck.js';
import type { CardStudy } from '../domain/memory.js';
import { requireSignIn } from './deck-access.js';
import { applyReviews, type ReviewContext } from './review-cards.js';
import { reviewInput } from './study-inputs.js';

export interface ReviewedCard {
  reviewId: string;
  card: CardRecord;
  /** The memory right after the review. */
  memory: CardStudy;
}

/**
 * Records one review. The same review sent again gets the same answer and changes nothing.
 *
 * @throws AppError NOT_FOUND for a card that is gone or not visible; CONFLICT for a suspended card, for a review that was
 *   taken back, and for an id that another review has; BAD_USER_INPUT for a time in the future or before the last review.
 */
export async function reviewCard(ctx: ReviewContext, input: unknown): Promise<ReviewedCard> {
  const viewer = requireSignIn(ctx);
  const [outcome] = await applyReviews(ctx, viewer, [parseInput(reviewInput, input)], { merges: false });
  if (outcome?.error) throw outcome.error;
  if (!outcome?.card || !outcome.study) throw notFound('card');
  return { reviewId: outcome.reviewId, card: outcome.card, memory: outcome.study };
}
